import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './panel.module.css'

export function PanelSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.panel}>
      <div className={classes.head} aria-hidden>
        <Skeleton circle height={36} />
        <Skeleton height={12} width={130} radius="sm" />
      </div>
      {[160, 90, 200, 180].map((width) => (
        <Skeleton key={width} height={10} width={width} radius="sm" mt={14} aria-hidden />
      ))}
    </div>
  )
}
