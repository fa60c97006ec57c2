import { Select, type SelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../api/desk.ts'
import { ColourDot } from '../colour/ColourDot.tsx'
import { useNamed } from '../ready-made.ts'
import classes from './pickers.module.css'

export interface PickerProps extends Omit<SelectProps, 'data' | 'renderOption' | 'value' | 'onChange'> { value: string | null; change: (id: string | null) => void }

/** One of the queues one sees. */
export function QueuePicker({ value, change, ...input }: PickerProps) {
  const { t } = useTranslation()
  const named = useNamed()
  const queues = useQueues().filter(({ id, retired }) => !retired || id === value)
  const current = queues.find(({ id }) => id === value)
  return (
    <Select
      clearable
      clearButtonProps={{ 'aria-label': t('picker.clear') }}
      placeholder={t('picker.choose')}
      comboboxProps={{ width: 260, position: 'bottom-end' }}
      leftSection={current && <ColourDot colour={current.colour} />}
      leftSectionWidth={24}
      {...input}
      data={queues.map((queue) => ({ value: queue.id, label: named('queue', queue) }))}
      value={value}
      onChange={change}
      renderOption={({ option }) => <span className={classes.option}><ColourDot colour={queues.find(({ id }) => id === option.value)?.colour ?? 'grey'} /> {option.label}</span>}
    />
  )
}
