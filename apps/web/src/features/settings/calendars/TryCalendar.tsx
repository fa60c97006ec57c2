// "When would four hours that begin now be over?", asked of the calendar as it stands on the screen.
import type { CalendarDefinition } from '@kontuar/calendar'
import { tryCalendar } from '@kontuar/contracts'
import { NumberInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { instantOf, localTime } from '../../../ui/zoned-time.ts'
import { asBody } from './use-calendars.ts'
import { stepWords } from './try-steps.ts'
import { durationText, momentText, spanText } from './when.ts'
import classes from './calendars.module.css'

export function TryCalendar({ definition, good }: { definition: CalendarDefinition; good: boolean }) {
  const { t } = useTranslation('times')
  const [hours, setHours] = useState<number | string>(4)
  const [local, setLocal] = useState(() => localTime(new Date(), definition.timeZone))
  const from = instantOf(local, definition.timeZone)?.toISOString() ?? null
  const seconds = Math.round(Number(hours) * 3600)
  const [asked] = useDebouncedValue({ definition, from, seconds }, 300)
  const trial = useQuery({
    queryKey: [...queryKeys.calendars, 'trial', asked],
    queryFn: ({ signal }) => api(tryCalendar, { body: { definition: asBody(asked.definition), from: asked.from!, seconds: asked.seconds }, signal }),
    enabled: good && asked.from !== null && asked.seconds > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { data } = trial
  const { timeZone } = asked.definition
  return (
    <div className={classes.try}>
      <div className={classes.question}>
        <NumberInput label={t('try.hours')} suffix={` ${t('hoursShort')}`} min={0.25} max={2000} step={1} value={hours} onChange={setHours} className={classes.hours} />
        <TextInput label={t('try.from')} type="datetime-local" value={local} onChange={(event) => setLocal(event.currentTarget.value)} className={classes.moment} error={from === null ? t('try.noMoment') : null} />
      </div>
      {!good ? <p className={classes.faint}>{t('try.wrong')}</p> : trial.isError ? <Problem error={trial.error} text={t('try.beyond')} /> : data && (
        <div aria-busy={trial.isFetching}>
          <p className={classes.due} role="status">{t('try.due', { time: durationText(asked.seconds), when: momentText(data.dueAt, timeZone) })}</p>
          <ol className={classes.steps}>
            {data.steps.map((step, index) => (
              <li key={index} data-counted={step.countedSeconds > 0 || undefined}>
                <span className={classes.span}>{spanText(step.from, step.to, timeZone)}</span> <span>{stepWords(step, t)}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}
