// One rule, positive, with its values decided.
import type { FieldDefinition } from './fields.ts'
import { foldText } from './fold-text.ts'
import { dateAt, stretchOf, unitMs, type Period } from './moments.ts'
import { relativeOperators, type Operator } from './operators.ts'
import type { ConditionContext } from './resolve.ts'

export type Order = '=' | '<' | '<=' | '>' | '>='

/** Of an empty field none is true but `empty`, and `ids` with `none`. */
export type Test =
  | { kind: 'empty' }
  | { kind: 'ids'; ids: string[]; none: boolean }
  | { kind: 'has'; ids: string[]; all: boolean }
  /** Folded texts. */
  | { kind: 'text'; how: 'equals' | 'contains' | 'begins' | 'ends'; texts: string[] }
  | { kind: 'mentions'; phrase: string }
  /** All of them hold. Numbers; milliseconds of an instant; dates. */
  | { kind: 'compare'; bounds: (readonly [Order, number | string])[] }
  | { kind: 'numbers'; numbers: number[] }
  | { kind: 'boolean'; value: boolean }

export function resolveTest<Row>(field: FieldDefinition<Row>, operator: Operator, value: unknown, context: ConditionContext): Test {
  if (operator === 'null') return { kind: 'empty' }
  switch (field.type) {
    case 'text': return operator === 'mentions' ? { kind: 'mentions', phrase: value as string } : { kind: 'text', how: textTests[operator] ?? 'equals', texts: listOf<string>(value).map(foldText) }
    case 'boolean': return { kind: 'boolean', value: value === true }
    case 'number': return operator === 'in' ? { kind: 'numbers', numbers: value as number[] } : { kind: 'compare', bounds: boundsOf(operator, value) }
    case 'date': return { kind: 'compare', bounds: dateBounds(operator, value, context) }
    case 'instant': return { kind: 'compare', bounds: instantBounds(operator, value, context) }
    case 'choices': return { kind: 'has', ids: listOf<string>(value), all: operator === 'containsAll' }
    default: return idTest(field, operator, listOf<string>(value), context)
  }
}

const textTests: Partial<Record<Operator, 'contains' | 'begins' | 'ends'>> = { contains: 'contains', beginsWith: 'begins', endsWith: 'ends' }
const listOf = <T>(value: unknown) => (Array.isArray(value) ? value : [value]) as T[]

function idTest<Row>(field: FieldDefinition<Row>, operator: Operator, asked: string[], { me }: ConditionContext): Test {
  const ids = asked.filter((id) => id !== '@none').flatMap((id) => (id !== '@me' ? [id] : me === null ? [] : [me]))
  const all = operator === 'within' && field.type === 'tree' ? ids.flatMap((id) => [id, ...field.descendants(id)]) : ids
  return { kind: 'ids', ids: [...new Set(all)], none: asked.includes('@none') }
}

function boundsOf<T extends number | string>(operator: Operator, value: unknown): (readonly [Order, T])[] {
  if (operator !== 'between') return [[operator as Order, value as T]]
  const [first, last] = value as [T, T]
  return [['>=', first], ['<=', last]]
}

/** Days count from today's date in the zone, which both `withinLast` and `withinNext` include. */
function dateBounds(operator: Operator, value: unknown, { now, timeZone }: ConditionContext): (readonly [Order, string])[] {
  const days = (value as Period | undefined)?.amount ?? 0
  const day = (offset: number) => dateAt(now, timeZone, offset)
  switch (operator) {
    case 'today': return [['=', day(0)]]
    case 'withinLast': return [['>=', day(-days)], ['<=', day(0)]]
    case 'withinNext': return [['>=', day(0)], ['<=', day(days)]]
    case 'olderThan': return [['<', day(-days)]]
    case 'laterThan': return [['>', day(days)]]
    default: return boundsOf(operator, value)
  }
}

/** From inclusive and to exclusive: so microseconds in the database never differ from milliseconds here. */
function instantBounds(operator: Operator, value: unknown, { now, timeZone }: ConditionContext): (readonly [Order, number])[] {
  if (relativeOperators.has(operator) && operator !== 'today') return periodBounds(operator, now.getTime(), value as Period)
  const [first, last] = (operator === 'today' ? [dateAt(now, timeZone)] : listOf<string>(value)).map((one) => stretchOf(one, timeZone))
  switch (operator) {
    case '<': return [['<', first!.from]]
    case '<=': return [['<', first!.to]]
    case '>': return [['>=', first!.to]]
    case '>=': return [['>=', first!.from]]
    default: return [['>=', first!.from], ['<', (last ?? first!).to]]
  }
}

/** Hours and days are lengths, 60 minutes and 24 hours, also in the night when the clocks change. */
function periodBounds(operator: Operator, now: number, { amount, unit }: Period): (readonly [Order, number])[] {
  const length = amount * unitMs[unit]
  switch (operator) {
    case 'withinLast': return [['>=', now - length], ['<', now + 1]]
    case 'withinNext': return [['>=', now], ['<', now + length + 1]]
    case 'olderThan': return [['<', now - length]]
    default: return [['>=', now + length + 1]]
  }
}
