import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { localTime } from '../../../ui/zoned-time.ts'
import { dayText, longDay } from '../calendars/when.ts'
import type { LegalTerm } from './term-end.ts'
import { useTermExample } from './use-term-example.ts'
import classes from './legal.module.css'

/** "Received today, 22 November: the last day is Monday, 7 December", counted by the server's holidays. */
export function TermExample({ term, internal }: { term: LegalTerm; internal: LegalTerm | null }) {
  const { t } = useTranslation('times')
  const today = localTime(useNow(), useMe().organization.timeZone).slice(0, 10)
  const law = useTermExample(today, term)
  const own = useTermExample(today, internal ?? term)
  const list = new Intl.ListFormat(currentLocale(), { type: 'conjunction' })
  const { example } = law
  return (
    <div className={classes.example} role="status">
      <p className={classes.exampleTitle}>{t('example.title', { today: dayText(today) })}</p>
      {law.error ? <Problem error={law.error} /> : example && (
        <>
          <p className={classes.lastDay}>{t('example.lastDay', { day: longDay(example.endsOn) })}</p>
          {example.movedFrom !== null && <p>{t('example.moved', { day: dayText(example.movedFrom) })}</p>}
          {example.holidays.length > 0 && <p>{t('example.holidays', { names: list.format(example.holidays) })}</p>}
        </>
      )}
      {internal !== null && own.example && <p>{t('example.internal', { day: dayText(own.example.endsOn) })}</p>}
      {internal !== null && own.example && example && own.example.endsOn > example.endsOn && <p className={classes.wrong} role="alert">{t('example.tooLong')}</p>}
    </div>
  )
}
