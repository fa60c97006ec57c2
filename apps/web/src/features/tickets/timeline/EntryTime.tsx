import { useTranslation } from 'react-i18next'
import { Tooltip } from '@mantine/core'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { exactTime, relativeTime } from '../../../ui/relative-time.ts'
import { useNow } from '../../../ui/use-now.ts'
import classes from './timeline.module.css'

const hour = 3_600_000

/** "4 min" for an hour, then the time of day: the day itself stands above. */
export function EntryTime({ at }: { at: string }) {
  const { t } = useTranslation()
  const { timeZone } = useMe().organization
  const now = useNow()
  const then = new Date(at)
  const locale = currentLocale()
  const age = now.getTime() - then.getTime()
  const fresh = age < hour && age > -hour / 60
  const shown = fresh ? (relativeTime(then, now, locale, timeZone) ?? t('time.now')) : new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(then)
  return (
    <Tooltip label={exactTime(then, locale, timeZone)}>
      <time dateTime={at} className={classes.time}>{shown}</time>
    </Tooltip>
  )
}
