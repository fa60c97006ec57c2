import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/me.ts'
import { currentLocale } from '../i18n/i18n.ts'
import { exactTime, relativeTime } from './relative-time.ts'
import { useNow } from './use-now.ts'

/** A moment, relative while fresh; the exact time in the organization's zone on hover and for screen readers. */
export function RelativeTime({ at, className }: { at: string; className?: string | undefined }) {
  const { t } = useTranslation()
  const { timeZone } = useMe().organization
  const now = useNow()
  const then = new Date(at)
  const exact = exactTime(then, currentLocale(), timeZone)
  return (
    <Tooltip label={exact}>
      <time dateTime={at} className={className}>
        {relativeTime(then, now, currentLocale(), timeZone) ?? t('time.now')}
      </time>
    </Tooltip>
  )
}
