// Of which facts a metric is made, for one asker and one filter.
import { checkConditions, type ConditionGroup } from '@kontuar/conditions'
import { Refusal } from '../../../platform/http/refusal.ts'
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

export const fieldsOf = (metric: Metric, words: FieldWords): FactFields => factFields(words, metric.form.form === 'level' ? null : valuedMeasures(metric))

/** Of a composed metric: a custom field it names may have gone since. */
function refuseBroken(fixed: unknown, fields: FactFields): void {
  const [problem] = fixed === null || fixed === undefined ? [] : checkConditions(fixed, fields, { known: false })
  if (problem !== undefined) throw new Refusal('cannot-do', `The conditions of this metric do not hold any more: ${problem.sentence}`)
}

/** @param where checked against `fieldsOf` @throws Refusal `cannot-do` */
export function partsOf(metric: Metric, where: ConditionGroup | null, asker: Asker, words: FieldWords): Parts {
  const own = asker.ownOnly ? isOne('staff', '@me') : null
  const part = (read: readonly MeasureName[], fixed: ConditionGroup | null, fields: FactFields): Part => {
    const group = allOf(own, fixed, where)
    return { measures: [...read], narrowed: { group, fields, members: membersOf(group, fields, asker.staffId) } }
  }
  for (const fixed of [metric.where, metric.apart?.numerator, metric.apart?.denominator]) refuseBroken(fixed, fieldsOf(metric, words))
  if (metric.apart === undefined) return [part(measuresRead(metric), (metric.where ?? null) as ConditionGroup | null, fieldsOf(metric, words))]
  const { numerator, denominator } = metric.apart as { numerator: ConditionGroup | null; denominator: ConditionGroup | null }
  return [part(measuresOf(metric), numerator, factFields(words, measuresOf(metric))), part(measuresBelow(metric), denominator, factFields(words, measuresBelow(metric)))]
}
