import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Scroller } from '../../../ui/Scroller.tsx'
import classes from './results.module.css'

interface Given { title: string; /** Beside the title: n, an explanation. */ beside?: ReactNode; /** At the end of the line: what the chart can be asked. */ end?: ReactNode; /** The same as a table; what is a table already has none. */ table?: ReactNode; level?: 2 | 3; children: ReactNode }

/** A chart with its name, and the way to the same as a table. */
export function Chart({ title, beside, end, table, level = 2, children }: Given) {
  const { t } = useTranslation('results')
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const Heading = `h${level}` as const
  const label = t(asTable ? 'asChart' : 'asTable')
  return (
    <section className={classes.chart} data-level={level} aria-labelledby={id}>
      <header className={classes.chartHead}>
        <Heading id={id} className={classes.chartTitle}>{title}</Heading>
        {beside}
        <span className={classes.chartEnd}>
          {end}
          {table !== undefined && <Tooltip label={label}><ActionIcon size={28} aria-label={`${label}: ${title}`} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{asTable ? <IconChartBar size={16} stroke={1.5} aria-hidden /> : <IconTable size={16} stroke={1.5} aria-hidden />}</ActionIcon></Tooltip>}
        </span>
      </header>
      {asTable ? <Scroller label={t('tableOf', { title })} className={classes.asTable} landmark>{table}</Scroller> : children}
    </section>
  )
}
