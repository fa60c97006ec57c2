import type { FieldDefinition, FieldValues, Registry } from './fields.ts'
import { foldText } from './fold-text.ts'
import type { ConditionGroup } from './group.ts'
import { millisecondsOf } from './moments.ts'
import { resolve, type ConditionContext, type Resolved } from './resolve.ts'
import type { Order, Test } from './resolve-test.ts'

/**
 * The conditions as a function of a row. "Now" stays what it was: make a new one for another time.
 * @throws ConditionsError when the conditions would not pass checkConditions.
 */
export function toPredicate<Row>(group: ConditionGroup, registry: Registry<FieldDefinition<Row>>, context: ConditionContext): (row: Row) => boolean {
  const resolved = resolve(group, registry, context)
  return resolved === null ? () => true : compile(resolved)
}

function compile<Row>(node: Resolved<Row>): (row: Row) => boolean {
  if (node.kind !== 'test') {
    const parts = node.parts.map(compile)
    return node.kind === 'all' ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row))
  }
  const { field, negated } = node
  const holds = compileTest(node.test, field)
  return (row) => holds(valueOf(field, row)) !== negated
}

type Value = string | number | boolean | readonly string[] | null

/** The value in the form in which it is compared; every kind of emptiness is null. */
function valueOf<Row>(field: FieldDefinition<Row>, row: Row): Value {
  switch (field.type) {
    case 'text': return field.read(row) || null
    case 'instant': return millisecondsOf(field.read(row))
    case 'number': return numberOf(field.read(row))
    case 'choices': {
      const ids = field.read(row)
      return ids?.length ? ids : null
    }
    default: return field.read(row) ?? null
  }
}

const numberOf = (value: FieldValues['number'] | null | undefined) => (value === null || value === undefined || Number.isNaN(value) ? null : value)

function compileTest<Row>(test: Test, field: FieldDefinition<Row>): (value: Value) => boolean {
  switch (test.kind) {
    case 'empty': return (value) => value === null
    case 'ids': {
      const ids = new Set<Value>(test.ids)
      return (value) => (value === null ? test.none : ids.has(value))
    }
    case 'has': return (value) => value !== null && test.ids[test.all ? 'every' : 'some']((id) => (value as readonly string[]).includes(id))
    case 'text': return compileText(test)
    case 'mentions': {
      if (field.mentions === undefined) throw new TypeError(`The field "${field.name}" names "mentions" among its operators, but not how it finds words.`)
      const finds = field.mentions(test.phrase)
      return (value) => value !== null && finds(value as string)
    }
    case 'numbers': return (value) => value !== null && test.numbers.includes(value as number)
    case 'boolean': return (value) => value === test.value
    case 'compare': return (value) => value !== null && test.bounds.every(([order, bound]) => compare(value as number | string, order, bound))
  }
}

function compileText({ how, texts }: Test & { kind: 'text' }): (value: Value) => boolean {
  const wanted = texts[0]!
  const tests = {
    equals: (text: string) => texts.includes(text), contains: (text: string) => text.includes(wanted),
    begins: (text: string) => text.startsWith(wanted), ends: (text: string) => text.endsWith(wanted),
  }
  const holds = tests[how]
  return (value) => value !== null && holds(foldedOf(value as string))
}

/** Ten thousand predicates ask about the same text one after the other: it is folded once (bench/alert-rules.ts). */
let last = { text: '', folded: '' }
function foldedOf(text: string): string {
  if (last.text !== text) last = { text, folded: foldText(text) }
  return last.folded
}

/** Texts here are dates, whose order is that of their bytes. */
function compare(value: number | string, order: Order, bound: number | string): boolean {
  switch (order) {
    case '=': return value === bound
    case '<': return value < bound
    case '<=': return value <= bound
    case '>': return value > bound
    case '>=': return value >= bound
  }
}
