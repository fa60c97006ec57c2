import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './dashboard.module.css'

const shape = [1, 1, 1, 1, 2, 2, 2, 2] as const

/** The shape of what is coming: four numbers, then charts. */
export function DashboardSkeleton() {
  const { t } = useTranslation()
  return (
    <div className={classes.page} role="status" aria-label={t('state.loading')}>
      <div className={classes.head} aria-hidden><Skeleton height={20} width={180} radius="sm" /></div>
      <div className={classes.bar} aria-hidden><Skeleton height={30} width={260} radius="md" /></div>
      <div className={classes.grid} aria-hidden>
        {shape.map((width, index) => <div key={index} className={classes.cell} data-width={width} data-height={1} data-kind={width === 1 ? 'number' : 'line'}><Skeleton height="100%" radius="md" /></div>)}
      </div>
    </div>
  )
}
