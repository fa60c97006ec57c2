import { weekdayName } from '@kontuar/charts'
import type { ReportSchedule } from '@kontuar/contracts'
import { Chip, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useScheduleWords } from '../words/use-report-words.ts'
import classes from './edit.module.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const rhythms = ['none', 'day', 'week', 'month'] as const
type Rhythm = (typeof rhythms)[number]

/** When it goes, and the same as a sentence. */
export function ScheduleField({ value, change }: { value: ReportSchedule | null; change: (schedule: ReportSchedule | null) => void }) {
  const { t } = useTranslation('reports')
  const words = useScheduleWords()
  const locale = currentLocale()
  const at = value?.at ?? '08:00'
  const begin = (rhythm: Rhythm) => change(rhythm === 'none' ? null : rhythm === 'day' ? { every: 'day', days: [1, 2, 3, 4, 5], at } : rhythm === 'week' ? { every: 'week', day: 1, at } : { every: 'month', day: 1, at })
  return (
    <div className={classes.schedule}>
      <div className={classes.pair}>
        <NativeSelect label={t('schedule')} value={value?.every ?? 'none'} data={rhythms.map((rhythm) => ({ value: rhythm, label: t(`rhythm.${rhythm}`) }))} onChange={({ currentTarget }) => begin(currentTarget.value as Rhythm)} />
        {value?.every === 'week' && <NativeSelect label={t('schedule.onDay')} value={String(value.day)} data={weekdays.map((day) => ({ value: String(day), label: weekdayName(day, locale, 'long') }))} onChange={({ currentTarget }) => change({ ...value, day: Number(currentTarget.value) })} />}
        {value?.every === 'month' && <NativeSelect label={t('schedule.onDate')} value={String(value.day)} data={Array.from({ length: 28 }, (_, index) => String(index + 1))} onChange={({ currentTarget }) => change({ ...value, day: Number(currentTarget.value) })} />}
        {value !== null && <TextInput type="time" label={t('schedule.at')} value={at} onChange={(event) => { const time = event.currentTarget.value; if (/^\d\d:\d\d$/.test(time)) change({ ...value, at: time }) }} />}
      </div>
      {value?.every === 'day' && (
        <div role="group" aria-label={t('schedule.onDays')} className={classes.days}>
          <Chip.Group multiple value={value.days.map(String)} onChange={(next) => { if (next.length > 0) change({ ...value, days: next.map(Number).toSorted((a, b) => a - b) }) }}>
            {weekdays.map((day) => <Chip key={day} size="xs" value={String(day)}>{weekdayName(day, locale, 'short')}</Chip>)}
          </Chip.Group>
        </div>
      )}
      <p className={classes.soft}>{value === null ? t('schedule.noneHint') : t('schedule.said', { words: words(value) })}</p>
    </div>
  )
}
