import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../api/desk.ts'
import type { PickerProps } from './QueuePicker.tsx'

/** A colleague who can hold work. */
export function StaffPicker({ value, change, ...input }: PickerProps) {
  const { t } = useTranslation()
  const staff = useStaff().filter(({ id, active, role }) => (active && role !== 'observer') || id === value)
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('picker.clear') }}
      nothingFoundMessage={t('picker.nothing')}
      placeholder={t('picker.choose')}
      comboboxProps={{ width: 280, position: 'bottom-end' }}
      {...input}
      data={staff.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={change}
    />
  )
}
