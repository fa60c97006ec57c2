// A metric by a dimension, each group against the others together: small ones are not shamed by chance.
import type { MetricGroup } from '@kontuar/contracts'
import type { Metric } from '../../catalogue/metric.ts'
import { noMember } from '../../sums/cells.ts'
import { figureOf, type Tallies } from './figure.ts'
import { limitsOf } from './funnel.ts'

/** The largest first; who has none of it last. @param language for sorting names */
export function groupsOf(metric: Metric, groups: ReadonlyMap<string, Tallies>, names: ReadonlyMap<string, string>, language: string): MetricGroup[] {
  const whole = [...groups.values()]
  const all: Tallies | null = whole.length === 0 ? null : { top: whole[0]!.top.and(...whole.slice(1).map((t) => t.top)), bottom: whole[0]!.bottom.and(...whole.slice(1).map((t) => t.bottom)) }
  const rows = [...groups].map(([member, tallies]): MetricGroup => {
    const figure = figureOf(metric, tallies)
    const limits = member === noMember || groups.size < 2 ? null : limitsOf(metric, tallies, { top: all!.top.without(tallies.top), bottom: all!.bottom.without(tallies.bottom) }, 99.8)
    const outside = limits === null || !figure.shown || figure.value === null ? null : figure.value > limits.high ? 'above' as const : figure.value < limits.low ? 'below' as const : null
    return { key: member === noMember ? null : member, name: member === noMember ? '' : names.get(member) ?? member, figure, limits, outside }
  }).filter(({ figure }) => figure.n > 0)
  return rows.sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.figure.n - a.figure.n || a.name.localeCompare(b.name, language))
}
