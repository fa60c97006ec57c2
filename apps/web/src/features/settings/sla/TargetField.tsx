// The time allowed for one thing: how long, of which clock, and other lengths for some priorities.
import type { SlaDefinition } from '@kontuar/contracts'
import { Button, SegmentedControl, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DurationField } from './DurationField.tsx'
import { unitsOf } from './duration.ts'
import classes from './sla.module.css'

export type Target = NonNullable<SlaDefinition['targets']['firstResponse']>
const priorities = ['urgent', 'high', 'normal', 'low'] as const

interface Props { name: string; hint: string; value: Target | null; change: (target: Target | null) => void; start: number }

export function TargetField({ name, hint, value, change, start }: Props) {
  return (
    <div className={classes.target}>
      <Switch label={name} description={hint} checked={value !== null} onChange={(event) => change(event.currentTarget.checked ? { seconds: start, clock: 'business' } : null)} />
      {value && <div className={classes.inside}><TargetTimes name={name} value={value} change={change} /></div>}
    </div>
  )
}

export function TargetTimes({ name, value, change }: { name: string; value: Target; change: (target: Target) => void }) {
  const { t } = useTranslation('times')
  const { t: tConditions } = useTranslation('conditions')
  const [open, setOpen] = useState(Object.keys(value.byPriority ?? {}).length > 0)
  const { byPriority, ...plain } = value
  const units = unitsOf(value.clock)
  const setPriority = (priority: (typeof priorities)[number], seconds: number | null) => {
    const { [priority]: _, ...rest } = byPriority ?? {}
    const next = seconds === null ? rest : { ...rest, [priority]: seconds }
    change(Object.keys(next).length === 0 ? plain : { ...plain, byPriority: next })
  }
  return (
    <>
      <div className={classes.times}>
        <DurationField label={name} value={value.seconds} change={(seconds) => change({ ...value, seconds: seconds ?? 0 })} units={units} wrong={value.seconds < 60 ? t('target.tooShort') : undefined} />
        <SegmentedControl size="xs" aria-label={t('target.clockOf', { name })} data={[{ value: 'business', label: t('target.business') }, { value: 'elapsed', label: t('target.elapsed') }]} value={value.clock} onChange={(clock) => change({ ...value, clock: clock as Target['clock'] })} />
        {!open && <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setOpen(true)}>{t('target.byPriority')}</Button>}
      </div>
      {open && (
        <div className={classes.priorities} role="group" aria-label={t('target.byPriority')}>
          {priorities.map((priority) => (
            <div key={priority} className={classes.priority}>
              <span>{tConditions(`priority.${priority}`)}</span>
              <DurationField label={`${name}: ${tConditions(`priority.${priority}`)}`} value={byPriority?.[priority] ?? null} change={(seconds) => setPriority(priority, seconds)} units={units} placeholder={t('target.asAbove')} />
            </div>
          ))}
        </div>
      )}
    </>
  )
}
