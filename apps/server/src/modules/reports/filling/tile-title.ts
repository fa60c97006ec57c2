// What a tile is called: as its author says, else by what it shows. Three charts of one metric must not bear one name. Pure.
import type { Locale, MetricInfo, Tile } from '@kontuar/contracts'
import { reportWords } from './words/index.ts'

export function tileTitle(tile: Tile, metrics: readonly Pick<MetricInfo, 'label'>[], language: Locale): string {
  if (tile.title?.trim()) return tile.title
  const { tile: words, by, byField } = reportWords[language]
  const labels = metrics.map(({ label }) => label)
  const label = labels.join(', ')
  const cut = tile.by ?? 'location'
  const said = by[cut as keyof typeof by] ?? byField(cut.replace(/^field:/, ''))
  switch (tile.kind) {
    case 'bars': return words.cut(label, said)
    case 'table': return labels.length === 1 ? words.cut(label, said) : words.table(said)
    case 'network': return words.network(label)
    case 'heat': return words.heat(label)
    case 'distribution': return words.distribution(label)
    case 'funnel': return labels.length < 2 ? label : words.funnel(labels[0]!, labels.at(-1)!)
    default: return label
  }
}
