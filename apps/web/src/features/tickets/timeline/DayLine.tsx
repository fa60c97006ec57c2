import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useNow } from '../../../ui/use-now.ts'
import { daysAgo } from './days.ts'
import classes from './timeline.module.css'

export function DayLine({ day }: { day: string }) {
  const { t } = useTranslation('tickets')
  const { timeZone } = useMe().organization
  const ago = daysAgo(day, useNow(), timeZone)
  const locale = currentLocale()
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', ...(ago > 300 ? { year: 'numeric' } : {}) }).format(new Date(day))
  return (
    <h2 className={classes.day}>
      <time dateTime={day}>{ago === 0 ? t('timeline.today') : ago === 1 ? t('timeline.yesterday') : date}</time>
    </h2>
  )
}
