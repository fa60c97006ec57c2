import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../i18n/i18n.ts'
import { useMe } from '../../api/me.ts'
import { useNow } from '../../ui/use-now.ts'
import { useTitle } from '../../ui/use-title.ts'
import { AlsoWaiting } from './AlsoWaiting.tsx'
import { TodayPane } from './TodayPane.tsx'
import { useTodayCounts } from './use-today.ts'
import classes from './today.module.css'

export function TodayPage() {
  const { t } = useTranslation('today')
  const { timeZone } = useMe().organization
  const { whose = 'mine' } = useSearch({ from: '/workspace/today' })
  const now = useNow()
  const counts = useTodayCounts()
  useTitle(t('title'))
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{t('title')}</h1>
        <p>
          {new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(now)}
          {counts && counts.overdue > 0 && <span className={classes.overdue}>{t('overdue', { count: counts.overdue })}</span>}
        </p>
      </header>
      <AlsoWaiting />
      <TodayPane key={whose} whose={whose} />
    </div>
  )
}
