import { figureText, isChart, wholeText, type Read } from '@kontuar/charts'
import type { FilledBlock } from '@kontuar/contracts'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconChartBar, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { ScreenContext, TileBody, Trap, joined, useGroupNames, type View } from '../../numbers/index.ts'
import classes from './blocks.module.css'

type Block = Extract<FilledBlock, { kind: 'tile' }>

/** A tile with the figures the report came with; of a personal one the network stands beside it. @param network what holds of the whole organization, whosever the report is */
export function FilledTile({ block, view, network }: { block: Block; view: View; network: View['where'] }) {
  const { t } = useTranslation('tiles')
  const [asTable, setAsTable] = useState(false)
  const named = useGroupNames()
  const { tile, metrics, results } = block
  const by = tile.kind === 'bars' || tile.kind === 'table' ? (tile.by ?? 'location') : null
  const reads = useMemo(() => metrics.flatMap((metric, index): Read[] => {
    const result = results[index]
    return result === undefined || 'problem' in result ? [] : [{ metric, result: by === null ? result : named(result, by) }]
  }), [metrics, results, by, named])
  const problem = results.find((result) => 'problem' in result)
  // One location alone would be laid against nobody.
  const screen = useMemo(() => ({ days: view.days, where: joined(tile.kind === 'network' ? network : view.where, tile.where) }), [view, tile, network])
  const label = t(asTable ? 'asChart' : 'asTable')
  return (
    <ScreenContext value={screen}>
      <article className={classes.tile} data-kind={tile.kind} data-width={tile.width} data-height={tile.height} aria-label={block.title}>
        <header className={classes.tileHead}>
          <h2 className={classes.tileTitle}>{block.title}</h2>
          <Trap metrics={metrics} />
          {isChart(tile.kind) && <Tooltip label={label}><ActionIcon size={28} className={classes.asTable} aria-label={`${label}: ${block.title}`} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{asTable ? <IconChartBar size={16} stroke={1.5} aria-hidden /> : <IconTable size={16} stroke={1.5} aria-hidden />}</ActionIcon></Tooltip>}
        </header>
        <div className={classes.tileBody}>
          {problem && 'problem' in problem ? <p className={classes.problem} role="alert"><IconAlertTriangle size={15} stroke={1.5} aria-hidden /> {problem.problem.detail}</p> : <TileBody tile={tile} reads={reads} view={view} title={block.title} asTable={asTable} />}
        </div>
        {(tile.kind === 'number' || tile.kind === 'line') && <Network block={block} />}
      </article>
    </ScreenContext>
  )
}

/** "The network: 4.52, of 1,204". */
function Network({ block: { network, metrics } }: { block: Block }) {
  const { t } = useTranslation('reports')
  const locale = currentLocale()
  const said = (network ?? []).flatMap((result, index) => {
    const metric = metrics[index]
    return metric === undefined || 'problem' in result ? [] : [{ name: metrics.length > 1 ? metric.label : null, value: figureText(metric, result.figure, locale), n: metric.unit === 'count' ? null : wholeText(result.figure.n, locale) }]
  })
  if (said.length === 0) return null
  return <p className={classes.network}>{said.map(({ name, value, n }) => [name, n === null ? t('view.network', { value }) : t('view.networkOf', { value, n })].filter(Boolean).join(': ')).join('; ')}</p>
}
