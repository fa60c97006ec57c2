// A composed metric is looked at before it is stored or tried: whatever passes can be read, and its n is the number of its rows.
import type { OwnMetricDefinition } from '@kontuar/contracts'
import { storable } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { meetingMeasures } from '../../catalogue/own/together.ts'
import { measureNames, measures, type MeasureName } from '../../facts/measures.ts'
import { factFields, type FieldWords } from '../where/fields.ts'
import { takeWhere } from '../where/take-where.ts'

type Part = OwnMetricDefinition['numerator']

/** As it is stored. @throws Refusal `invalid-input` with the first thing that is wrong */
export function checkDefinition(given: OwnMetricDefinition, words: FieldWords): OwnMetricDefinition {
  const numerator = checkPart(given.numerator, 'numerator', words)
  const denominator = given.denominator ? checkPart(given.denominator, 'denominator', words) : null
  const values = valuesOf(numerator.of)
  const counted = values.every((v) => v === 'one' || v === 'zero-or-one')
  const wrong = (field: string, sentence: string, short: string) => new Refusal('invalid-input', sentence, { [`definition.${field}`]: short })
  if (given.form === 'ratio' && denominator === null) throw wrong('denominator', 'A ratio divides one thing by another: give a denominator.', 'is missing')
  if (given.form !== 'ratio' && given.form !== 'share' && denominator !== null) throw wrong('denominator', `A ${given.form} divides by nothing: leave the denominator out, or choose "ratio".`, 'is not used')
  if (given.form === 'share' && denominator === null && !values.every((v) => v === 'zero-or-one')) throw wrong('numerator.of', 'A share without a denominator is of measures that are 0 or 1: choose such ones, or give a denominator.', 'is not 0 or 1')
  if (given.form === 'share' && denominator !== null && (!counted || numerator.of.some((name) => !denominator.of.includes(name)))) {
    throw wrong('numerator.of', 'The part of a share lies within the whole: name the same measures in the denominator, and narrow the numerator by conditions, or choose "ratio".', 'is not part of the denominator')
  }
  if (given.form === 'share' && given.unit !== 'share') throw wrong('unit', 'A share is shown as a share: set "unit" to "share".', 'does not fit the form')
  if (given.form === 'count' && given.unit !== 'count') throw wrong('unit', 'A count is shown as a count: set "unit" to "count".', 'does not fit the form')
  const { form, direction, unit, shownFrom } = given
  return { form, numerator, denominator, direction, unit, shownFrom, explanation: storable(given.explanation).trim() }
}

const valuesOf = (of: readonly string[]) => of.map((name) => measures[name as MeasureName].values)

function checkPart(part: Part, field: 'numerator' | 'denominator', words: FieldWords): Part {
  const of = [...new Set(part.of)]
  const unknown = of.find((name) => !(measureNames as readonly string[]).includes(name))
  if (unknown !== undefined) throw new Refusal('invalid-input', `There is no measure ${JSON.stringify(unknown)}: GET /measures lists them.`, { [`definition.${field}.of`]: 'names an unknown measure' })
  const meeting = meetingMeasures(of as MeasureName[])
  if (meeting !== null) throw new Refusal('invalid-input', `"${meeting[0]}" and "${meeting[1]}" may stand on the same fact, which would be counted twice: choose one of them.`, { [`definition.${field}.of`]: 'would count twice' })
  const where = part.where ? takeWhere(part.where, factFields(words, of as MeasureName[]), `definition.${field}.where`, { me: false }) : null
  return { of, where: where as Part['where'] ?? null }
}
