/**
 * One format for every condition: saved views, queues, SLA policies, automation, alerts, segments. A rule group as
 * react-querybuilder writes it becomes SQL and a predicate, and both give the same answer for the same row.
 * It must never put a value into the text of SQL, and never throw on JSON that is only checked.
 */
export type { ConditionGroup, ConditionRule } from './group.ts'
export { limits } from './group.ts'
export type { Bind, FieldDefinition, FieldShape, FieldSql, FieldType, FieldValues, Registry } from './fields.ts'
export { fieldRegistry, operatorsOf } from './fields.ts'
export type { Operator, ValueShape } from './operators.ts'
export { operatorShapes, operatorsOfType } from './operators.ts'
export type { ConditionProblem, ProblemCode } from './problems.ts'
export { ConditionsError } from './problems.ts'
export type { CheckOptions } from './check-value.ts'
export { checkConditions } from './check-conditions.ts'
export { cleanConditions } from './clean-conditions.ts'
export { readConditions } from './read-conditions.ts'
export type { ConditionContext } from './resolve.ts'
export { toSql } from './to-sql.ts'
export { toPredicate } from './to-predicate.ts'
export { whatHeld } from './what-held.ts'
export type { JsonField, JsonFieldType } from './json-field.ts'
export { jsonField } from './json-field.ts'
export { fieldsUsed, topLevelEquals, usesMe, usesRelativeTime } from './inspect-group.ts'
export { implies, impliedChoices } from './implied-choices.ts'
export { foldSql, foldText } from './fold-text.ts'
