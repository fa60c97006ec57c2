import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocations } from '../../api/desk.ts'
import type { PickerProps } from './QueuePicker.tsx'

export function LocationPicker({ value, change, ...input }: PickerProps) {
  const { t } = useTranslation()
  const locations = useLocations().filter(({ id, retired }) => !retired || id === value)
  return (
    <Select
      clearable
      searchable={locations.length > 8}
      clearButtonProps={{ 'aria-label': t('picker.clear') }}
      nothingFoundMessage={t('picker.nothing')}
      placeholder={t('picker.choose')}
      comboboxProps={{ width: 260, position: 'bottom-end' }}
      {...input}
      data={locations.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={change}
    />
  )
}
