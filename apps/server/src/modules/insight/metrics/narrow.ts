// Of which facts a metric is made, for one asker and one filter.
import type { ConditionGroup } from '@kontuar/conditions'
import type { Metric } from '../catalogue/metric.ts'
import { measuresBelow, measuresOf, measuresRead } from '../catalogue/metric.ts'
import { measures, type MeasureName } from '../facts/measures.ts'
import type { Asker } from './asker.ts'
import type { Narrowed } from './sources/ask.ts'
import { factFields, type FactFields, type FieldWords } from './where/fields.ts'
import { allOf, isOne } from './where/group.ts'
import { membersOf } from './where/members.ts'

export interface Part { measures: MeasureName[]; narrowed: Narrowed }
/** One part, or numerator and denominator apart. */
export type Parts = readonly [Part] | readonly [top: Part, bottom: Part]

/** Which measures "value" asks of: those that have one. */
export function valuedMeasures(metric: Metric): readonly MeasureName[] {
  if (metric.spread !== undefined) return [metric.spread]
  const read = [...measuresOf(metric), ...measuresBelow(metric)]
  const valued = read.filter((name) => measures[name].values !== 'one')
  return valued.length > 0 ? [...new Set(valued)] : read
}

export const fieldsOf = (metric: Metric, words: FieldWords): FactFields => factFields(words, valuedMeasures(metric))

/** @param where checked against `fieldsOf` */
export function partsOf(metric: Metric, where: ConditionGroup | null, asker: Asker, words: FieldWords): Parts {
  const fields = fieldsOf(metric, words)
  const own = asker.ownOnly ? isOne('staff', '@me') : null
  const narrowed = (fixed: ConditionGroup | null): Narrowed => {
    const group = allOf(own, fixed, where)
    return { group, fields, members: membersOf(group, fields, asker.staffId) }
  }
  if (metric.apart === undefined) return [{ measures: measuresRead(metric), narrowed: narrowed((metric.where ?? null) as ConditionGroup | null) }]
  const [numerator, denominator] = [metric.apart.numerator, metric.apart.denominator] as (ConditionGroup | null)[]
  return [{ measures: [...measuresOf(metric)], narrowed: narrowed(numerator ?? null) }, { measures: [...measuresBelow(metric)], narrowed: narrowed(denominator ?? null) }]
}
