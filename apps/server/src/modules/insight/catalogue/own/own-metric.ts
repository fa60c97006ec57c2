// A metric an organization composed: its definition as the catalogue's own form.
import type { Conditions, MetricForm, OwnMetricDefinition } from '@kontuar/contracts'
import type { MeasureName } from '../../facts/measures.ts'
import { measures } from '../../facts/measures.ts'
import type { Metric } from '../metric.ts'

export const ownName = (id: string): string => `own-${id}`

/** @param definition checked */
export function ownMetric(id: string, name: string, definition: OwnMetricDefinition): Metric {
  const { numerator, denominator, direction, unit, shownFrom } = definition
  const form = formOf(definition)
  const narrowed = denominator === null || denominator === undefined
    ? (numerator.where ? { where: numerator.where } : {})
    // Of a share the part lies within the whole, so it is held to what holds of the whole.
    : { apart: { numerator: definition.form === 'share' ? both(denominator.where ?? null, numerator.where ?? null) : numerator.where ?? null, denominator: denominator.where ?? null } }
  return { name: ownName(id), family: 'own', unit, direction, shownFrom, interval: intervalOf(form), form, ...narrowed, own: { id, name, definition } }
}

function formOf({ form, numerator, denominator }: OwnMetricDefinition): MetricForm {
  const of = numerator.of
  const among = denominator?.of
  switch (form) {
    case 'share': return among === undefined ? { form: 'share', of } : { form: 'parts', of, among }
    case 'ratio': return { form: 'ratio', of, among: among ?? of, over: 'among' }
    default: return { form, of }
  }
}

function intervalOf(form: MetricForm): Metric['interval'] {
  const counted = 'of' in form && form.of.every((name) => ['one', 'zero-or-one'].includes(measures[name as MeasureName].values))
  switch (form.form) {
    case 'count': return 'poisson'
    case 'mean': return 'student'
    case 'share': case 'parts': return 'wilson'
    case 'sum': case 'ratio': return counted ? 'poisson' : 'none'
    default: return 'none'
  }
}

const both = (a: Conditions | null, b: Conditions | null): Conditions | null => (a === null || b === null ? a ?? b : { combinator: 'and', rules: [a, b] })
