// Conditions over numbers from outside.
import { checkConditions, cleanConditions, type CheckOptions, type ConditionGroup } from '@kontuar/conditions'
import type { Conditions } from '@kontuar/contracts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { FactFields } from './fields.ts'

/** @throws Refusal `invalid-input` with the first thing that is wrong; each stands under the place of its rule (`where.0.1`) */
export function takeWhere(given: unknown, fields: FactFields, name = 'where', options: CheckOptions = {}): ConditionGroup | null {
  if (given === null || given === undefined) return null
  const problems = checkConditions(given, fields, options)
  if (problems.length > 0) throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map((p) => [[name, ...p.path].join('.'), p.sentence])))
  return cleanConditions(given as ConditionGroup)
}

/** Of an address. @throws Refusal `invalid-input` for what is no JSON */
export function parseWhere(given: string | undefined): Conditions | null {
  if (given === undefined || given.trim() === '') return null
  try {
    const parsed: unknown = JSON.parse(given)
    if (typeof parsed === 'object') return parsed as Conditions | null
  } catch {
    // said below
  }
  throw new Refusal('invalid-input', 'The conditions in "where" are no JSON: send a rule group such as {"combinator":"and","rules":[{"field":"channel","operator":"=","value":"email"}]}.', { where: 'is no rule group' })
}
