// A composed metric as its form asks for it: one list of measures and conditions for a part and its whole, or two things to divide. Pure.
import type { Conditions, MeasureInfo, OwnMetricDefinition } from '@kontuar/contracts'

export type OwnForm = OwnMetricDefinition['form']
export const ownForms = ['count', 'share', 'mean', 'sum', 'ratio'] as const satisfies readonly OwnForm[]

export interface OwnValues {
  name: string; form: OwnForm; of: readonly string[]
  /** What holds of everything that is counted; of a share the whole, of a ratio what stands above. */
  where: Conditions
  /** Of a share: the part of the whole. */
  part: Conditions
  /** Of a ratio: what stands below. */
  among: readonly string[]; amongWhere: Conditions
  unit: OwnMetricDefinition['unit']; direction: OwnMetricDefinition['direction']; shownFrom: number | string; explanation: string
}

const nothing: Conditions = { combinator: 'and', rules: [] }
export const emptyValues: OwnValues = { name: '', form: 'count', of: [], where: nothing, part: nothing, among: [], amongWhere: nothing, unit: 'count', direction: 'neither', shownFrom: 5, explanation: '' }
const orNull = (where: Conditions): Conditions | null => (where.rules.length === 0 ? null : where)

type Known = ReadonlyMap<string, Pick<MeasureInfo, 'values'>>
/** Whether a measure says yes or no by itself, so that its share needs no part of its own. */
export const saysYesOrNo = (of: readonly string[], measures: Known): boolean => of.length > 0 && of.every((name) => measures.get(name)?.values === 'zero-or-one')

/** What its numbers are; only of a ratio one must say so. */
export function unitOf({ form, of, unit }: Pick<OwnValues, 'form' | 'of' | 'unit'>, measures: Known): OwnMetricDefinition['unit'] {
  if (form === 'count') return 'count'
  if (form === 'share') return 'share'
  if (form === 'ratio') return unit
  const seconds = of.length > 0 && of.every((name) => measures.get(name)?.values === 'seconds')
  return seconds ? 'seconds' : form === 'sum' ? 'count' : 'score'
}

export function definitionOf(values: OwnValues, measures: Known): OwnMetricDefinition {
  const { form, of, where, part, among, amongWhere, direction, shownFrom, explanation } = values
  const rest = { form, direction, unit: unitOf(values, measures), shownFrom: Number(shownFrom), explanation: explanation.trim() }
  if (form === 'ratio') return { ...rest, numerator: { of: [...of], where: orNull(where) }, denominator: { of: [...among], where: orNull(amongWhere) } }
  if (form === 'share' && (part.rules.length > 0 || !saysYesOrNo(of, measures))) return { ...rest, numerator: { of: [...of], where: orNull(part) }, denominator: { of: [...of], where: orNull(where) } }
  return { ...rest, numerator: { of: [...of], where: orNull(where) }, denominator: null }
}

export function valuesOf(name: string, { form, numerator, denominator, unit, direction, shownFrom, explanation }: OwnMetricDefinition): OwnValues {
  const parted = form === 'share' && denominator
  return {
    name, form, of: numerator.of, where: (parted ? denominator.where : numerator.where) ?? nothing, part: (parted ? numerator.where : null) ?? nothing,
    among: form === 'ratio' ? (denominator?.of ?? []) : [], amongWhere: (form === 'ratio' ? denominator?.where : null) ?? nothing, unit, direction, shownFrom, explanation,
  }
}

/** Whether there is enough of it to ask what it would say. */
export const isWhole = ({ form, of, among, part, shownFrom }: OwnValues, measures: Known): boolean =>
  of.length > 0 && (form !== 'ratio' || among.length > 0) && (form !== 'share' || saysYesOrNo(of, measures) || part.rules.length > 0) && Number(shownFrom) >= 1
