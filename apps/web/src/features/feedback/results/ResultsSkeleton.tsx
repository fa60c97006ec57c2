import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import tiles from './tiles/tiles.module.css'
import classes from './results.module.css'

/** The shape of what is coming: three tiles, a line, columns. */
export function ResultsSkeleton() {
  const { t } = useTranslation()
  return (
    <div className={classes.parts} role="status" aria-label={t('state.loading')}>
      <div className={tiles.tiles} aria-hidden>
        {[0, 1, 2].map((each) => (
          <div key={each} className={tiles.tile} data-wide={each === 0 || undefined}>
            <Skeleton height={10} width={110} radius="sm" mb={16} />
            <Skeleton height={28} width={90} radius="sm" mb={16} />
            <Skeleton height={10} width="80%" radius="sm" />
          </div>
        ))}
      </div>
      <div aria-hidden>
        <Skeleton height={12} width={140} radius="sm" mb={20} />
        <Skeleton height={180} radius="md" />
      </div>
      <div aria-hidden>
        <Skeleton height={12} width={220} radius="sm" mb={20} />
        <Skeleton height={120} radius="md" />
      </div>
    </div>
  )
}
