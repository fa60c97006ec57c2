// Groups that pass the check, over the fields of rows.fixture.ts, asking for values that the rows hold, or nearly.
import { checkConditions, operatorShapes, operatorsOf, type ConditionContext, type ConditionGroup, type ConditionRule, type FieldDefinition, type Operator } from '@kontuar/conditions'
import fc from 'fast-check'
import { anyInstant, anyText, dates, ids, instants, numbers, registry, statuses, type Row } from './rows.fixture.ts'

const of = <T>(values: readonly T[]) => fc.constantFrom(...values)

/** A piece of a text, in another case or with its marks apart. */
const needle = fc.tuple(anyText, fc.nat(6), fc.integer({ min: 1, max: 8 }), of<(s: string) => string>([(s) => s, (s) => s.toUpperCase(), (s) => s.toLowerCase(), (s) => s.normalize('NFD'), (s) => s.normalize('NFC')]))
  .map(([text, start, length, change]) => change([...text].slice(start, start + length).join('') || text).slice(0, 400).toWellFormed())

function valueOf(field: FieldDefinition<Row>, operator: Operator): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text': return operator === '=' || operator === '!=' ? fc.oneof(anyText, needle) : needle
    case 'number': return of(numbers)
    case 'boolean': return fc.boolean()
    case 'date': return of(dates)
    case 'instant': return fc.oneof(anyInstant, of(dates), of(instants).map((at) => at.replace('.000Z', '+02:00')))
    default: {
      const known: readonly string[] = field.ids === 'uuid' || field.type === 'tree' ? ids : statuses
      const plain = operatorShapes[operator] === 'oneOrList' || field.type === 'choices'
      return of(plain ? known : [...known, '@none', ...(field.type === 'person' ? ['@me'] : [])])
    }
  }
}

const periods = (field: FieldDefinition<Row>) => fc.record({ amount: fc.oneof(fc.nat(3), fc.nat(60)), unit: of(field.type === 'date' ? ['days'] : ['minutes', 'hours', 'days']) })

function valuesOf(field: FieldDefinition<Row>, operator: Operator): fc.Arbitrary<unknown> {
  const one = valueOf(field, operator)
  const list = fc.array(one, { minLength: 1, maxLength: 4 })
  switch (operatorShapes[operator]) {
    case 'none': return fc.constant(undefined)
    case 'one': return one
    case 'two': return fc.tuple(one, one).map((two) => two.sort((a, b) => (field.type === 'number' ? Number(a) - Number(b) : String(a) < String(b) ? -1 : 1)))
    case 'list': return list
    case 'oneOrList': return fc.oneof(one, list)
    case 'period': return periods(field)
  }
}

const passes = (group: ConditionGroup) => checkConditions(group, registry).length === 0

/** Null when the field has no such operator. */
export function ruleOf(field: FieldDefinition<Row>, operator: string): fc.Arbitrary<ConditionRule> | null {
  const known = operatorsOf(field).find((o) => o === operator)
  if (known === undefined) return null
  return valuesOf(field, known).map((value) => ({ field: field.name, operator, ...(value === undefined ? {} : { value }) })).filter((rule) => passes({ combinator: 'and', rules: [rule] }))
}

const anyRule = fc.oneof(...[...registry.values()].flatMap((field) => operatorsOf(field).map((operator) => ruleOf(field, operator)!)))
const flags = fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 4, arbitrary: fc.constant({ not: true }) }, { weight: 1, arbitrary: fc.constant({ muted: true }) })

export const groups: fc.Arbitrary<ConditionGroup> = fc.letrec<{ group: ConditionGroup; node: ConditionRule | ConditionGroup }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, depthSize: 'small', withCrossShrink: true }, { weight: 3, arbitrary: anyRule }, { weight: 1, arbitrary: tie('group') }),
  group: fc.tuple(fc.record({ combinator: of(['and', 'or'] as const), rules: fc.array(tie('node'), { maxLength: 4 }) }), flags).map(([group, flag]) => ({ ...group, ...flag })),
})).group.filter(passes)

export const contexts: fc.Arbitrary<ConditionContext> = fc.record({
  now: anyInstant.map((at) => new Date(at)).filter((at) => at.getUTCFullYear() > 1900 && at.getUTCFullYear() < 2200),
  timeZone: of(['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Africa/Cairo', 'Pacific/Apia', 'UTC']),
  me: fc.option(of(ids)),
})
