import type { ReportBlock } from '@kontuar/contracts'
import { MultiSelect, NativeSelect, NumberInput, Select, Switch, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMetrics } from '../../numbers/index.ts'
import { lackOfBlock, type PlainBlock } from './draft.ts'
import classes from './edit.module.css'

const kinds = ['overdue', 'oldest', 'incomplete'] as const
const cuts = ['location', 'team', 'staff'] as const
type Block = Extract<ReportBlock, { kind: PlainBlock }>

/** Everything about a block that is no tile. */
export function BlockFields({ block, tried, change }: { block: Block; tried: boolean; change: (block: ReportBlock) => void }) {
  const { t } = useTranslation('reports')
  const metrics = useMetrics()
  const lack = tried ? lackOfBlock(block, () => null) : null
  const options = [...metrics.values()].map(({ name, label }) => ({ value: name, label })).toSorted((one, other) => one.label.localeCompare(other.label))
  const withUnknown = (names: readonly string[]) => [...names.filter((name) => name !== '' && !metrics.has(name)).map((name) => ({ value: name, label: name })), ...options]
  const limit = (most: number, value: number, set: (limit: number) => void) => <NumberInput label={t('limit')} min={1} max={most} clampBehavior="strict" allowDecimal={false} value={value} onChange={(next) => { if (typeof next === 'number' && next >= 1) set(next) }} className={classes.number} />
  switch (block.kind) {
    case 'text': return <Textarea label={t('block.text')} description={t('textHint')} autosize minRows={3} maxRows={14} maxLength={5000} value={block.text} onChange={(event) => change({ ...block, text: event.currentTarget.value })} error={lack === 'text' ? t('lack.text') : undefined} />
    case 'summary': return <MultiSelect label={t('summaryOf')} description={t('summaryHint')} data={withUnknown(block.metrics)} value={[...block.metrics]} maxValues={12} searchable hidePickedOptions onChange={(next) => change({ ...block, metrics: next })} error={lack === 'metrics' ? t('lack.metrics') : undefined} />
    case 'ranking': {
      const can = cuts.filter((cut) => metrics.get(block.metric)?.dimensions.includes(cut) ?? true)
      const choose = (metric: string) => { const fit = cuts.filter((cut) => metrics.get(metric)?.dimensions.includes(cut)); change({ ...block, metric, by: fit.includes(block.by) ? block.by : (fit[0] ?? block.by) }) }
      // What can be cut by nothing has no ranking.
      const rankable = options.filter(({ value }) => cuts.some((cut) => metrics.get(value)?.dimensions.includes(cut)))
      return (
        <div className={classes.pair}>
          <Select label={t('rankingOf')} data={rankable} value={block.metric === '' ? null : block.metric} searchable onChange={(name) => { if (name) choose(name) }} error={lack === 'metrics' ? t('lack.metrics') : undefined} />
          <NativeSelect label={t('rankingBy')} value={block.by} data={can.map((cut) => ({ value: cut, label: t(`by.${cut}`) }))} onChange={({ currentTarget }) => change({ ...block, by: currentTarget.value as typeof block.by })} />
        </div>
      )
    }
    case 'tickets': return (
      <div className={classes.pair}>
        <NativeSelect label={t('ticketsWhich')} value={block.what} data={kinds.map((each) => ({ value: each, label: t(`tickets.${each}`) }))} onChange={({ currentTarget }) => change({ ...block, what: currentTarget.value as typeof block.what })} />
        {limit(100, block.limit, (next) => change({ ...block, limit: next }))}
      </div>
    )
    case 'comments': return (
      <>
        <Switch label={t('commentsLow')} description={t('commentsLowHint')} checked={block.low} onChange={({ currentTarget }) => change({ ...block, low: currentTarget.checked })} />
        {limit(50, block.limit, (next) => change({ ...block, limit: next }))}
      </>
    )
    case 'loops': return limit(50, block.limit, (next) => change({ ...block, limit: next }))
    case 'break': return null
  }
}
