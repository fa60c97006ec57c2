// GET /tickets: with a view, with conditions, or plainly. Which road a page is found on depends on how many tickets there are and
// what has been counted of the view; the answer is the same on each.
import { fieldsUsed, toSql, type ConditionGroup } from '@kontuar/conditions'
import type { Ticket, TicketQuery } from '@kontuar/contracts'
import { timeZoneOf } from '../../../identity/index.ts'
import { askPatiently, isPlainList, listTickets as listPlainly, manyRoads, oneRoad, presentTicket, ticketFilters, type TicketRow } from '../../../diary/index.ts'
import { readStatuses } from '../../../vocabulary/index.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { shapeName } from '../../../../platform/db/shape-name.ts'
import { isId, toPage } from '../../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { prepareConditions, problemsOf, takeConditions, type Asked } from '../conditions.ts'
import { findView, type ViewRow } from '../views/queries.ts'
import { readCursor, type After } from './cursor.ts'
import { hintsOf } from './hints.ts'
import { keptStatement, type KeptRoad } from './kept-statement.ts'
import { takeGroup, usualOrder, type TicketOrder } from './order.ts'
import { chooseRoad, viewPlaces, type SeenPlace } from './roads.ts'
import { nearStatement, partsOf, settledOf, walkStatement, worthLookingNear } from './walk.ts'

export interface Asker { staffId: string; access: 'everything' | 'granted' }
type Page = { items: Ticket[]; next: string | null }
type Row = TicketRow & { group_key: string }
const nothing: Page = { items: [], next: null }

/** @throws Refusal */
export async function listTickets(tx: Tx, query: TicketQuery, asker: Asker): Promise<Page> {
  // Whoever sees few queues would walk far through everybody's tickets: they go by their queues below.
  if (isPlainList(query) && asker.access === 'everything') return listPlainly(tx, query, asker.staffId)
  const after = readCursor(query.cursor)
  // Together, since each question alone would cost a round trip.
  const [view, places, large, timeZone, queues] = await Promise.all([
    query.viewId === undefined ? null : viewToList(tx, query.viewId, asker.staffId),
    // Whoever sees everything in the view's own order walks its index whatever has been counted.
    query.viewId !== undefined && isId(query.viewId) && (asker.access === 'granted' || query.sort !== undefined || query.group !== undefined) ? viewPlaces(tx, query.viewId, asker.access === 'granted') : [],
    isLarge(tx), timeZoneOf(tx),
    asker.access === 'granted' ? viewerQueues(tx) : null,
  ])
  const order: TicketOrder = { sort: query.sort ?? view?.definition.sort ?? usualOrder.sort, group: takeGroup(query.group ?? view?.definition.group) }
  const given = query.conditions === undefined ? null : await takeConditions(tx, parse(query.conditions), asker.staffId)
  const ofView = view === null ? null : { group: view.definition.conditions, ...(await prepareConditions(tx, [view.definition.conditions], asker.staffId, { timeZone })) }
  if (ofView !== null && problemsOf(ofView.group, ofView.fields).length > 0) return nothing
  return answer(tx, { query, asker, order, after, view, places, large, queues, asked: [ofView, given].filter((a) => a !== null) })
}

async function viewToList(tx: Tx, id: string, staffId: string): Promise<ViewRow> {
  const view = isId(id) ? await findView(tx, id, staffId) : null
  if (view === null) throw notFound('view')
  return view
}

function parse(text: string): ConditionGroup {
  try {
    return JSON.parse(text) as ConditionGroup
  } catch {
    throw new Refusal('invalid-input', 'The conditions are not JSON: send a rule group like {"combinator": "and", "rules": []}.', { conditions: 'is not JSON' })
  }
}

interface Question {
  query: TicketQuery; asker: Asker; order: TicketOrder; after: After | null; view: ViewRow | null; places: readonly SeenPlace[]; asked: readonly Asked[]
  large: boolean
  /** Those the asker sees; null: all. */
  queues: readonly string[] | null
}

async function answer(tx: Tx, question: Question): Promise<Page> {
  const { query, asker, order, view, asked, places, large } = question
  const limit = (query.limit ?? 50) + 1
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const usesStatus = asked.some((a) => fieldsUsed(a.group).has('status'))
  const kept = view !== null && view.counting === 'kept' && view.filled_at !== null
  const queues = kept ? null : question.queues
  const [filters, statuses] = await Promise.all([ticketFilters(tx, query, asker.staffId, bind), usesStatus ? readStatuses(tx) : []])
  if (filters === null) return nothing
  const categoryOf = new Map(statuses.map((s) => [s.key, s.category] as const))
  const hints = asked.flatMap((a) => hintsOf(a, categoryOf, bind))
  const settled = asker.access === 'everything' && filters.where.length === 1 && worthLookingNear(order, asked.map((a) => a.group)) ? settledOf(order, hints) : null
  const where = [
    ...filters.where.slice(1), ...hints, ...asked.map((a) => toSql(a.group, a.fields, { bind, context: a.context })),
    // Row-level security holds anyway; this says it in the way that an index can serve.
    ...(queues === null ? [] : [queues.length === 1 ? `t.queue_id = ${bind(queues[0])}::uuid` : `t.queue_id = any (${bind(queues)}::uuid[])`]),
  ]
  const road = kept && large ? chooseRoad(order, view.definition, places, asker.access === 'granted') : null
  const rows = road === null ? await walk(tx, { ...question, where, values, bind, limit, bounded: large, settled }) : await fromMembers(tx, { ...question, viewId: view!.id, where, values, bind, limit, road })
  return toPage(rows, limit - 1, presentTicket, (row) => [row.group_key, row.sort_key, row.id])
}

interface Prepared extends Pick<Question, 'order' | 'after'> { where: readonly string[]; values: unknown[]; bind(value: unknown): string; limit: number }

async function walk(tx: Tx, given: Prepared & { bounded: boolean; settled: readonly string[] | null }): Promise<Row[]> {
  if (!given.bounded) return walkFar(tx, given)
  const near = given.settled === null ? null : await askPatiently(tx, () => walkNear(tx, { ...given, settled: given.settled! }), undefined, oneRoad)
  return near ?? askPatiently(tx, () => walkFar(tx, given), undefined, manyRoads)
}

/** Null: the page is not full within the budget. */
async function walkNear(tx: Tx, { order, after, where, values, limit, settled }: Prepared & { settled: readonly string[] }): Promise<Row[] | null> {
  const own = [...values]
  const text = nearStatement(order, partsOf(order, after)[0]!, { settled, where, limit, bind: (value) => `$${own.push(value)}` })
  const rows = await tx.query<Row>(text, own, shapeName('near-walk', text))
  return rows.length >= limit ? rows : null
}

async function walkFar(tx: Tx, { order, after, where, values, limit }: Prepared): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of partsOf(order, after)) {
    const own = [...values]
    const bind = (value: unknown) => `$${own.push(value)}`
    const text = walkStatement(order, part, ['t.org_id = $1', ...where, ...part.where(bind)], bind(limit - rows.length))
    rows.push(...await tx.query<Row>(text, own, shapeName('walk', text)))
    if (rows.length >= limit) return rows
  }
  return rows
}

function fromMembers(tx: Tx, { viewId, order, after, where, values, bind, limit, road }: Prepared & { viewId: string; road: KeptRoad }): Promise<Row[]> {
  const text = keptStatement({ viewId, order, after, where, limit, road, bind })
  // How many members there are to sort decides the plan; a walk is always the same.
  if (road.road === 'sorted') return askPatiently(tx, () => tx.query<Row>(text, values))
  return askPatiently(tx, () => tx.query<Row>(text, values, shapeName('kept-view', text)), undefined, oneRoad)
}

/** A few thousand tickets are read and sorted as quickly as any index is asked. */
async function isLarge(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ number: number }>('select highest_ticket_number() as number', [], 'highest-ticket-number')
  return row!.number > 3000
}

async function viewerQueues(tx: Tx): Promise<string[]> {
  const [row] = await tx.query<{ queues: string[] }>('select viewer_queues() as queues', [], 'viewer-queues')
  return row?.queues ?? []
}
