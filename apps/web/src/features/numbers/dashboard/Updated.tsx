import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { exactTime } from '../../../ui/relative-time.ts'
import type { Answers } from '../data/queries.ts'
import classes from './dashboard.module.css'

/** When the figures were read: "updated 3 s ago". It counts by itself and is not read out each second. */
export function Updated({ answers }: { answers: Answers | undefined }) {
  const { t } = useTranslation('numbers')
  const { timeZone } = useMe().organization
  const at = [...(answers?.values() ?? [])].flatMap((answer) => ('problem' in answer ? [] : [answer.at])).toSorted().at(-1)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [at])
  if (at === undefined) return null
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000))
  const ago = seconds < 2 ? t('updated.now') : seconds < 60 ? t('updated.seconds', { count: seconds }) : t('updated.minutes', { count: Math.floor(seconds / 60) })
  return <span className={classes.updated} title={exactTime(new Date(at), currentLocale(), timeZone)}><span className={classes.pulse} data-fresh={seconds < 3 || undefined} aria-hidden />{ago}</span>
}
