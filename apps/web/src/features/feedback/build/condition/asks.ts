// "Shown when …" as plain asks that a person reads and sets, and the condition group that is stored. What a form of plain asks
// cannot show (groups in groups, made through the API) is left as it is.
import type { ConditionGroup, ConditionRule } from '@kontuar/conditions'
import { conditionField, isAskable, questionOfField, scaleOf, toneOf, type Question, type Tone } from '@kontuar/survey'

export type How = Tone | 'between' | 'oneOf' | 'allOf' | 'noneOf' | 'contains' | 'given' | 'notGiven' | 'answered' | 'unanswered'
export interface Ask { questionId: string; how: How; /** Of `between` two points, of `oneOf`, `allOf`, `noneOf` ids of options, of `contains` words. */ value: readonly [number, number] | readonly string[] | string | null }
export interface Asks { join: 'and' | 'or'; asks: readonly Ask[] }

const scaled = ['low', 'middle', 'high', 'between', 'answered', 'unanswered'] as const
const hows: Partial<Record<Question['type'], readonly How[]>> = {
  nps: scaled, csat: scaled, ces: scaled, stars: scaled, faces: scaled,
  single: ['oneOf', 'noneOf', 'answered', 'unanswered'],
  multiple: ['oneOf', 'allOf', 'noneOf', 'answered', 'unanswered'],
  reasons: ['oneOf', 'allOf', 'noneOf', 'answered', 'unanswered'],
  text: ['answered', 'unanswered', 'contains'],
  consent: ['given', 'notGiven'],
}
export const howsOf = (question: Question): readonly How[] => hows[question.type] ?? []

/** Questions before this one that can be asked about. */
export const askableBefore = (questions: readonly Question[], id: string): Question[] => questions.slice(0, Math.max(0, questions.findIndex((each) => each.id === id))).filter(isAskable)

/** The points of a scale that read as this: NPS low is 0 to 6. Null where there is none. */
export function rangeOf(question: Question, tone: Tone): [number, number] | null {
  const scale = scaleOf(question)
  if (!scale) return null
  const points = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index).filter((point) => toneOf(question, point) === tone)
  return points.length === 0 ? null : [points[0]!, points.at(-1)!]
}

export function firstAsk(question: Question): Ask {
  const how = howsOf(question)[0] ?? 'answered'
  return { questionId: question.id, how, value: how === 'oneOf' ? [] : null }
}

const lists: ReadonlySet<How> = new Set(['oneOf', 'allOf', 'noneOf'])

/** Another way of asking keeps the value where it still has sense. */
export function withHow(ask: Ask, how: How, question: Question): Ask {
  if (lists.has(how)) return { ...ask, how, value: lists.has(ask.how) ? ask.value : [] }
  if (how === 'contains') return { ...ask, how, value: '' }
  if (how !== 'between') return { ...ask, how, value: null }
  const scale = scaleOf(question) ?? { min: 0, max: 10 }
  const tone = ask.how === 'low' || ask.how === 'middle' || ask.how === 'high' ? rangeOf(question, ask.how) : null
  return { ...ask, how, value: tone ?? [scale.min, scale.max] }
}

export function toGroup({ join, asks }: Asks, questions: readonly Question[]): ConditionGroup {
  const of = new Map(questions.map((each) => [each.id, each]))
  return { combinator: join, rules: asks.map((ask) => ruleOf(ask, of.get(ask.questionId))) }
}

function ruleOf({ questionId, how, value }: Ask, question: Question | undefined): ConditionRule {
  const field = conditionField(questionId)
  if (how === 'answered') return { field, operator: 'notNull' }
  if (how === 'unanswered') return { field, operator: 'null' }
  if (how === 'given' || how === 'notGiven') return { field, operator: '=', value: how === 'given' }
  if (how === 'contains') return { field, operator: 'contains', value }
  if (how === 'between') return { field, operator: 'between', value }
  if (how === 'low' || how === 'middle' || how === 'high') {
    const scale = question && scaleOf(question)
    const [from, to] = (question && rangeOf(question, how)) ?? [0, 0]
    return scale && from === scale.min ? { field, operator: '<=', value: to } : scale && to === scale.max ? { field, operator: '>=', value: from } : { field, operator: 'between', value: [from, to] }
  }
  if (question?.type === 'single') return { field, operator: how === 'noneOf' ? 'notIn' : 'in', value }
  return { field, operator: how === 'allOf' ? 'containsAll' : how === 'noneOf' ? 'containsNone' : 'containsAny', value }
}

/** Null: it says more than plain asks can. */
export function fromGroup(group: ConditionGroup, questions: readonly Question[]): Asks | null {
  if (group.not === true || group.muted === true) return null
  const of = new Map(questions.map((each) => [each.id, each]))
  const asks = group.rules.map((rule) => ('rules' in rule || rule.muted === true ? null : askOf(rule, of)))
  return asks.some((ask) => ask === null) ? null : { join: group.combinator, asks: asks as Ask[] }
}

function askOf({ field, operator, value }: ConditionRule, of: ReadonlyMap<string, Question>): Ask | null {
  const questionId = questionOfField(field)
  if (questionId === null) return null
  const ask = (how: How, given: Ask['value'] = null): Ask => ({ questionId, how, value: given })
  const list = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : typeof value === 'string' ? [value] : []
  const question = of.get(questionId)
  switch (operator) {
    case 'notNull': return ask('answered')
    case 'null': return ask('unanswered')
    case 'contains': return ask('contains', String(value ?? ''))
    case 'containsAny': return ask('oneOf', list)
    case 'containsAll': return ask('allOf', list)
    case 'containsNone': return ask('noneOf', list)
    case 'in': return ask('oneOf', list)
    case 'notIn': return ask('noneOf', list)
    case '!=': return typeof value === 'string' ? ask('noneOf', list) : null
    case '=': return typeof value === 'boolean' ? ask(value ? 'given' : 'notGiven') : typeof value === 'string' ? ask('oneOf', list) : pointsAsk(ask, question, value, value)
    case '<=': return pointsAsk(ask, question, -Infinity, value)
    case '<': return pointsAsk(ask, question, -Infinity, Number(value) - 1)
    case '>=': return pointsAsk(ask, question, value, Infinity)
    case '>': return pointsAsk(ask, question, Number(value) + 1, Infinity)
    case 'between': return Array.isArray(value) ? pointsAsk(ask, question, value[0], value[1]) : null
    default: return null
  }
}

function pointsAsk(ask: (how: How, value?: Ask['value']) => Ask, question: Question | undefined, from: unknown, to: unknown): Ask | null {
  const scale = question && scaleOf(question)
  if (!scale || typeof from !== 'number' || typeof to !== 'number') return null
  const [low, high] = [Math.max(scale.min, from), Math.min(scale.max, to)]
  const tone = (['low', 'middle', 'high'] as const).find((each) => {
    const range = rangeOf(question, each)
    return range !== null && range[0] === low && range[1] === high
  })
  return tone ? ask(tone) : ask('between', [low, high])
}
