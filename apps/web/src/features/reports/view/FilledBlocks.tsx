// A report as it is now: the same filled blocks of which its mail, its PDF and its table are made.
import { dayIn, type FilledBlock, type FilledReport, type ReportDefinition } from '@kontuar/contracts'
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { joined, useMetrics, type View } from '../../numbers/index.ts'
import { FilledTile } from './FilledTile.tsx'
import { Comments, Loops, TicketLines } from './Lists.tsx'
import { Ranking } from './Ranking.tsx'
import { scopeWhere } from './scope-where.ts'
import { Words } from './Words.tsx'
import classes from './blocks.module.css'

interface Given { report: FilledReport; definition: Pick<ReportDefinition, 'where' | 'compare'> }

/** The days and the filter its figures were read with: a number leads to just the rows it counted. */
function useReportView({ report, definition }: Given): View {
  const { periodFrom, periodTo, zone, scope } = report
  return useMemo(() => ({
    days: { from: dayIn(new Date(periodFrom), zone), to: dayIn(new Date(periodTo), zone) }, compare: definition.compare,
    where: joined(definition.where, scope && scopeWhere(scope)),
  }), [periodFrom, periodTo, zone, scope, definition])
}

export function FilledBlocks({ report, definition }: Given) {
  const { t } = useTranslation('reports')
  // A tile without numbers names its metric: asked for only there, it would take all blocks away again.
  useMetrics()
  const view = useReportView({ report, definition })
  const blocks = report.blocks.filter(({ kind }) => kind !== 'break')
  if (blocks.length === 0) return <p className={classes.soft}>{t('view.nothing')}</p>
  return <div className={classes.grid}>{blocks.map((block) => <Block key={block.id} block={block} report={report} view={view} network={definition.where ?? null} />)}</div>
}

function Block({ block, report, view, network }: { block: FilledBlock; report: FilledReport; view: View; network: View['where'] }) {
  switch (block.kind) {
    case 'break': return null
    case 'tile': return <FilledTile block={block} view={view} network={network} />
    case 'text': return <section className={classes.whole}><Words text={block.text} /></section>
    case 'summary': return <Summary block={block} />
    case 'ranking': return <Ranking block={block} />
    case 'tickets': return <TicketLines block={block} zone={report.zone} />
    case 'comments': return <Comments block={block} zone={report.zone} />
    case 'loops': return <Loops block={block} zone={report.zone} />
  }
}

const tones = { good: IconCheck, bad: IconAlertTriangle, neutral: IconMinus } as const

/** What changed and whether it is real, in sentences; the shape says the tone as well as the colour. */
function Summary({ block }: { block: Extract<FilledBlock, { kind: 'summary' }> }) {
  return (
    <section className={classes.whole}>
      <h2 className={classes.title}>{block.title}</h2>
      <ul className={classes.sentences}>
        {block.sentences.map(({ metric, text, tone }) => {
          const Icon = tones[tone]
          return <li key={metric} data-tone={tone}><Icon size={16} stroke={1.75} aria-hidden /><span>{text}</span></li>
        })}
      </ul>
    </section>
  )
}
