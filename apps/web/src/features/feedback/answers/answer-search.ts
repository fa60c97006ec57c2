// What the address of answers and of results says, and what the server is asked for it. Both screens read the same names, so that a
// number's link is its own filter on the screen of rows.
import type { QueryOf, listAnswers } from '@kontuar/contracts'
import { dayBefore, firstDayOfYear } from './days.ts'

export const periods = ['7d', '30d', '90d', 'year', 'all'] as const
export type Period = (typeof periods)[number]
export const tones = ['low', 'middle', 'high'] as const
export const roads = ['email', 'sms', 'link', 'qr', 'kiosk', 'website', 'embedded', 'api', 'agent', 'import'] as const
export const states = ['finished', 'partial'] as const
export const solvedStates = ['solved', 'not-solved', 'unknown'] as const

/** By what results are narrowed and broken down; an id, or `none` for answers of none. */
export interface DimensionSearch {
  location?: string
  team?: string
  staff?: string
  queue?: string
  touchpoint?: string
  channel?: string
  road?: string
  language?: string
}
/** `period` moves with the calendar; `from` and `until` are days of one's own, both included. */
export interface PeriodSearch { period?: Period; from?: string; until?: string }
export interface AnswerSearch extends DimensionSearch, PeriodSearch {
  survey?: string
  customer?: string
  ticket?: string
  tone?: (typeof tones)[number]
  tag?: string
  state?: (typeof states)[number]
  commented?: 'true' | 'false'
  q?: string
  /** With `value`: what was chosen in one question. */
  question?: string
  value?: string
  solved?: (typeof solvedStates)[number]
  /** Those taken out of the numbers. */
  invalid?: 'true'
  /** The answer under the cursor of the list. */
  selected?: string
}

export const dimensionNames = ['location', 'team', 'staff', 'queue', 'touchpoint', 'channel', 'road', 'language'] as const satisfies readonly (keyof DimensionSearch)[]
export type DimensionName = (typeof dimensionNames)[number]

const among = <T extends string>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)
export const textOf = (given: unknown, most = 64): string | undefined => {
  // The router reads `?value=9` as a number and `?value=true` as a truth.
  const said = typeof given === 'number' || typeof given === 'boolean' ? String(given) : given
  return typeof said === 'string' && said.trim() !== '' ? said.slice(0, most) : undefined
}
const dayOf = (given: unknown): string | undefined => (typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined)
export const present = <T extends object>(found: { [K in keyof T]: T[K] | undefined }): T => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T

export const readDimensions = (given: Record<string, unknown>): DimensionSearch => present<DimensionSearch>(Object.fromEntries(dimensionNames.map((name) => [name, textOf(given[name])])))
/** Days of one's own win over a period by name. */
export function readPeriod(given: Record<string, unknown>): PeriodSearch {
  const [from, until] = [dayOf(given['from']), dayOf(given['until'])]
  if (from === undefined && until === undefined) return present<PeriodSearch>({ period: among(periods, given['period']) })
  return from !== undefined && until !== undefined && from > until ? { from: until, until: from } : present<PeriodSearch>({ from, until })
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readAnswerSearch(given: Record<string, unknown>): AnswerSearch {
  const question = textOf(given['question'])
  return {
    ...readDimensions(given), ...readPeriod(given),
    ...present<AnswerSearch>({
      survey: textOf(given['survey']), customer: textOf(given['customer']), ticket: textOf(given['ticket']), tone: among(tones, given['tone']), tag: textOf(given['tag']), state: among(states, given['state']),
      commented: among(['true', 'false'] as const, textOf(given['commented'])), q: textOf(given['q'], 200), question, value: question === undefined ? undefined : textOf(given['value'], 200), solved: among(solvedStates, given['solved']),
      invalid: among(['true'] as const, textOf(given['invalid'])), selected: textOf(given['selected']),
    }),
  }
}

/** The days meant, as the server is asked: today is the organization's. Whatever is open at the end goes on counting. */
export function daysOf({ period, from, until }: PeriodSearch, today: string): { from?: string; until?: string } {
  if (from !== undefined || until !== undefined) return present<{ from?: string; until?: string }>({ from, until })
  if (period === undefined || period === 'all') return {}
  return { from: period === 'year' ? firstDayOfYear(today) : dayBefore(today, Number.parseInt(period, 10) - 1) }
}

const ids: Partial<Record<DimensionName, string>> = { location: 'locationId', team: 'teamId', staff: 'staffId', queue: 'queueId', touchpoint: 'touchpointId' }
export const dimensionQuery = (search: DimensionSearch): Record<string, string> => Object.fromEntries(dimensionNames.flatMap((name) => (search[name] === undefined ? [] : [[ids[name] ?? name, search[name]]])))

export type AnswersQuery = Omit<QueryOf<typeof listAnswers>, 'limit' | 'cursor'>
/** The server's question for this address. */
export function answerQuery(search: AnswerSearch, today: string): AnswersQuery {
  const { survey, customer, ticket, tag, tone, state, commented, q, question, value, solved, invalid } = search
  return {
    ...dimensionQuery(search), ...daysOf(search, today),
    ...present<AnswersQuery>({ surveyId: survey, customerId: customer, ticketId: ticket, tagId: tag, tone, state, commented, q, question, value, solved, invalid }),
  } as AnswersQuery
}

export const filterNames = ['survey', ...dimensionNames, 'tone', 'tag', 'state', 'commented', 'solved', 'customer', 'ticket', 'question', 'invalid'] as const satisfies readonly (keyof AnswerSearch)[]
export type FilterName = (typeof filterNames)[number]
export const isNarrowed = (search: AnswerSearch): boolean => ['q', 'from', 'until', 'period', ...filterNames].some((name) => search[name as keyof AnswerSearch] !== undefined)
