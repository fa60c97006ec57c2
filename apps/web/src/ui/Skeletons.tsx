// The shape of what is coming, in the size it will have, so that nothing moves when it arrives.
import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './skeletons.module.css'

const widths = ['62%', '48%', '71%', '55%', '66%', '42%', '58%', '50%']

export function RowSkeletons({ rows = 8, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row} style={{ height }} aria-hidden>
          <Skeleton height={10} width={widths[index % widths.length]} radius="sm" />
          <Skeleton height={10} width={48} radius="sm" />
        </div>
      ))}
    </div>
  )
}

export function FormSkeleton({ fields = 4 }: { fields?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.form}>
      {Array.from({ length: fields }, (_, index) => (
        <div key={index} aria-hidden>
          <Skeleton height={10} width={96} radius="sm" mb={10} />
          <Skeleton height={36} radius="md" />
        </div>
      ))}
    </div>
  )
}

export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <Skeleton height={20} width={180} radius="sm" mb={28} aria-hidden />
      <RowSkeletons />
    </div>
  )
}
