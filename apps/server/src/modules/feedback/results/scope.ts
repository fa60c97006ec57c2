// Of which answers the numbers are: a survey, dimensions, days.
import type { QueryOf, getSurveyBreakdown } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { noMember, type Dimension } from '../counting/cells.ts'

export type Member = { dimension: Exclude<Dimension, 'all'>; member: string }

export interface Scope {
  surveyId: string
  where: readonly Member[]
  /** Days, both included, YYYY-MM-DD in the organization's zone; null: open. */
  from: string | null
  until: string | null
  /** Whoever asks sees only some places: row-level security decides answer by answer. */
  restricted: boolean
}

type Query = Omit<QueryOf<typeof getSurveyBreakdown>, 'by'>

const idFields = [['locationId', 'location'], ['teamId', 'team'], ['staffId', 'staff'], ['queueId', 'queue'], ['touchpointId', 'touchpoint']] as const
const textFields = [['channel', 'channel'], ['road', 'road'], ['language', 'language']] as const

/**
 * The scope of a query; `none` as an id stands for "of none". An id that cannot exist fits nothing, as everywhere.
 * @throws Refusal `invalid-input` for days that do not exist are not of our time or end before they begin
 */
export function scopeOf(surveyId: string, query: Query, restricted: boolean): Scope {
  const where: Member[] = []
  for (const [field, dimension] of idFields) if (query[field] !== undefined) where.push({ dimension, member: memberCalled(query[field].toLowerCase()) })
  for (const [field, dimension] of textFields) if (query[field] !== undefined) where.push({ dimension, member: memberCalled(query[field]) })
  return { surveyId, where, ...daysOfQuery(query), restricted }
}

/** Days, both included; null: open. @throws Refusal `invalid-input` for days that do not exist, are not of our time or end before they begin */
export function daysOfQuery(query: { from?: string; until?: string }): Pick<Scope, 'from' | 'until'> {
  const [from, until] = [dayOfQuery(query.from, 'from'), dayOfQuery(query.until, 'until')]
  if (from !== null && until !== null && from > until) throw new Refusal('invalid-input', 'The last day lies before the first one: exchange them.', { until: 'lies before "from"' })
  return { from, until }
}

/** Our own sign for "of none" is nobody's name. */
const memberCalled = (asked: string): string => (asked === 'none' ? noMember : asked.startsWith('~') ? '~nobody' : storable(asked))

/** No answer lies outside (answering/routes.ts), and the period before is reckoned from these: beyond the year 9999 the database reads no day. */
const [firstDay, lastDay] = ['1970-01-01', '2200-12-31']

function dayOfQuery(given: string | undefined, field: string): string | null {
  if (given === undefined) return null
  const day = readDay(given)
  if (day === null) throw new Refusal('invalid-input', `There is no day ${given}: write it like 2026-05-31.`, { [field]: 'is no day' })
  if (day < firstDay || day > lastDay) throw new Refusal('invalid-input', `The day ${day} is not between ${firstDay} and ${lastDay}: check the year.`, { [field]: `lies ${day < firstDay ? `before ${firstDay}` : `after ${lastDay}`}` })
  return day
}

function readDay(given: string): string | null {
  try {
    return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

export interface SurveyToRead { id: string; name: string; anonymous: boolean; version: number; draft: unknown; today: string; language: string }

/** The survey, today's date in the organization's zone, and the language of whoever reads. @throws Refusal `not-found` */
export async function getSurveyToRead(tx: Tx, id: string, staffId: string): Promise<SurveyToRead> {
  const [row] = isId(id)
    ? await tx.query<SurveyToRead>(
      `select s.id, s.name, s.anonymous, s.version, s.draft, (now() at time zone o.time_zone)::date::text as today, coalesce((select p.locale from staff p where p.org_id = s.org_id and p.id = $3), o.locale) as language
       from survey s join org o on o.id = s.org_id where s.org_id = $1 and s.id = $2`, [tx.orgId, id, staffId], 'survey-to-read')
    : []
  if (row === undefined) throw notFound('survey')
  return row
}
