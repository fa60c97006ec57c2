import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './timeline.module.css'

export function TimelineSkeleton() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.skeleton}>
      {[72, 54, 63].map((width) => (
        <div key={width} className={classes.skeletonEntry} aria-hidden>
          <Skeleton circle height={28} />
          <div>
            <Skeleton height={10} width={140} radius="sm" mb={14} />
            <Skeleton height={10} width={`${width}%`} radius="sm" mb={8} />
            <Skeleton height={10} width={`${width - 20}%`} radius="sm" />
          </div>
        </div>
      ))}
    </div>
  )
}
