import { checkConditions } from './check-conditions.ts'
import type { CheckOptions } from './check-value.ts'
import { cleanConditions } from './clean-conditions.ts'
import type { Registry } from './fields.ts'
import type { ConditionGroup } from './group.ts'
import { ConditionsError } from './problems.ts'

/** Conditions out of any JSON: checked, cleaned, ready to be stored. @throws ConditionsError with all that is wrong. */
export function readConditions(json: unknown, registry: Registry, options: CheckOptions = {}): ConditionGroup {
  const problems = checkConditions(json, registry, options)
  if (problems.length > 0) throw new ConditionsError(problems)
  return cleanConditions(json as ConditionGroup)
}
