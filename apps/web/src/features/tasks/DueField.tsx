// By when: a date and time, or so many business hours from now, which the server counts by the calendar of the desk.
import { Input, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './task-form.module.css'

/** `at`: what the field shows, empty for none. */
export interface Due { mode: 'at' | 'in'; at: string; hours: number }
export const hoursOffered = [1, 2, 4, 8, 16, 24, 40] as const

export function DueField({ due, change, error }: { due: Due; change: (due: Due) => void; error?: string | undefined }) {
  const { t } = useTranslation('tasks')
  const id = useId()
  return (
    <div className={classes.due} role="group" aria-labelledby={id}>
      <Input.Label id={id} component="span">{t('field.due')}</Input.Label>
      <SegmentedControl size="xs" aria-label={t('field.dueHow')} data={[{ value: 'at', label: t('field.dueAt') }, { value: 'in', label: t('field.dueIn') }]} value={due.mode} onChange={(mode) => change({ ...due, mode: mode as Due['mode'] })} />
      {due.mode === 'at' ? <TextInput aria-label={t('field.due')} type="datetime-local" value={due.at} onChange={(event) => change({ ...due, at: event.currentTarget.value })} error={error} />
        : <Select aria-label={t('field.dueIn')} allowDeselect={false} data={hoursOffered.map((hours) => ({ value: String(hours), label: t('dueIn', { count: hours }) }))} value={String(due.hours)} onChange={(hours) => change({ ...due, hours: Number(hours ?? due.hours) })} />}
    </div>
  )
}
