// A figure made of two kinds of facts, of which only one knows the channel, would be of that channel above the line and of nothing below it:
// people at work "by phone" would be busy all the time. Such a question is refused instead of answered.
import type { ConditionGroup } from '@kontuar/conditions'
import type { Dimension } from '@kontuar/contracts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { dimensionsOf, measuresRead, type Metric } from '../catalogue/metric.ts'
import type { Cut } from './sources/ask.ts'

/** Dimensions that part of what the metric is made of has, and part has not. */
export function foreignTo(metric: Metric): Dimension[] {
  const read = measuresRead(metric)
  const common = dimensionsOf(read)
  return [...new Set(read.flatMap((name) => dimensionsOf([name])))].filter((dimension) => !common.includes(dimension))
}

/** @throws Refusal `invalid-input` */
export function refuseForeign(metric: Metric, where: ConditionGroup | null, cut: Cut | null): void {
  const foreign: readonly string[] = foreignTo(metric)
  if (foreign.length === 0) return
  const can = dimensionsOf(measuresRead(metric)).join(', ')
  if (cut !== null && 'dimension' in cut && foreign.includes(cut.dimension)) throw new Refusal('invalid-input', `This metric cannot be cut by ${cut.dimension}, which half of what it is made of does not have: choose ${can}.`, { by: 'is not had by all of it' })
  const asked = where === null ? undefined : fieldsOf(where).find((field) => foreign.includes(field))
  if (asked !== undefined) throw new Refusal('invalid-input', `This metric cannot be filtered by ${asked}, which half of what it is made of does not have: choose ${can}.`, { where: 'is not had by all of it' })
}

const fieldsOf = (group: ConditionGroup): string[] => group.rules.flatMap((node) => (node.muted === true ? [] : 'rules' in node ? fieldsOf(node) : [node.field]))
