import type { MetricInfo } from '@kontuar/contracts'
import { ActionIcon, Popover } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from './tile.module.css'

/** What a number means and how it misleads, behind a small "i". */
export function Trap({ metrics }: { metrics: readonly MetricInfo[] }) {
  const { t } = useTranslation('tiles')
  if (metrics.length === 0) return null
  return (
    <Popover width={320} position="bottom-start" withinPortal returnFocus trapFocus>
      <Popover.Target><ActionIcon size={24} className={classes.trapButton} aria-label={t('trap.open', { about: metrics.map(({ label }) => label).join(', ') })}><IconInfoCircle size={15} stroke={1.5} aria-hidden /></ActionIcon></Popover.Target>
      <Popover.Dropdown className={classes.trap} aria-label={t('trap.title')}>
        {metrics.slice(0, 3).map((metric) => (
          <section key={metric.name}>
            <h3>{metric.label}</h3>
            <p>{metric.explanation}</p>
            {metric.trap && <p className={classes.trapText}><b>{t('trap.careful')}</b> {metric.trap}</p>}
            {metric.note && <p>{metric.note}</p>}
            <Link to="/numbers/metrics/$metric" params={{ metric: metric.name }}>{t('trap.more')}</Link>
          </section>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}
