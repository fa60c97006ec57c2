// A metric: how it is made of the measures of facts, and how it is to be read. Its words stand apart, by language.
import type { Conditions, Dimension, MetricForm, MetricInfo, OwnMetricDefinition } from '@kontuar/contracts'
import { measures, type FactKind, type MeasureName } from '../facts/measures.ts'

export interface Metric {
  name: string
  family: MetricInfo['family']
  unit: MetricInfo['unit']
  direction: MetricInfo['direction']
  shownFrom: number
  interval: MetricInfo['interval']
  form: MetricForm
  /** Holds of every fact it is made of, whatever is asked besides. */
  where?: Conditions
  /** Of numerator and denominator each, where they are of different facts; then `where` is not there. */
  apart?: { numerator: Conditions | null; denominator: Conditions | null }
  /** Counts what is left out since its window is still open. */
  open?: MeasureName
  /** What a distribution of it shows, where that is not its own measure. */
  spread?: MeasureName
  own?: { id: string; name: string; definition: OwnMetricDefinition }
}

export type Form = MetricForm['form']

export const npsMeasures = ['promoter', 'passive', 'detractor'] as const satisfies readonly MeasureName[]
export const levelMeasures = ['entered', 'left'] as const satisfies readonly MeasureName[]

/** Of the numerator. */
export function measuresOf({ form }: Metric): readonly MeasureName[] {
  if (form.form === 'nps') return npsMeasures
  if (form.form === 'level') return levelMeasures
  return form.of as MeasureName[]
}

/** What the denominator has besides; its facts are the rows of the figure. */
export function measuresBelow(metric: Metric): readonly MeasureName[] {
  const { form } = metric
  if (form.form === 'parts') return form.among as MeasureName[]
  if (form.form === 'ratio') return (form.over === 'among' ? form.among : [...new Set([...form.of, ...form.among])]) as MeasureName[]
  return measuresOf(metric)
}

/** Every measure that is read for it. */
export function measuresRead(metric: Metric): MeasureName[] {
  const less = metric.form.form === 'parts' ? (metric.form.less ?? []) as MeasureName[] : []
  return [...new Set([...measuresOf(metric), ...measuresBelow(metric), ...less, ...(metric.open === undefined ? [] : [metric.open])])]
}

const plain: readonly Dimension[] = ['channel', 'queue', 'reason', 'location', 'team', 'staff', 'language', 'newcomer']
const ofAnswers: readonly Dimension[] = [...plain, 'survey', 'touchpoint']
const dimensionsOfKind: Partial<Record<FactKind, readonly Dimension[]>> = {
  'answer': ofAnswers, 'invitation': ofAnswers, 'reading': ofAnswers, 'recovery': ofAnswers, 'at-work': ['location', 'team', 'staff'], 'outside': ['channel', 'queue', 'location'],
}

/** By which facts of these kinds can be cut; other dimensions are empty there. */
export function dimensionsOf(names: readonly MeasureName[]): Dimension[] {
  const kinds = [...new Set(names.map((name) => measures[name].kind))]
  return ofAnswers.filter((dimension) => kinds.every((kind) => (dimensionsOfKind[kind] ?? plain).includes(dimension)))
}
