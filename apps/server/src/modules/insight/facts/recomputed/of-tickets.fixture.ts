// The facts of tickets recomputed in the plainest way: loops over everything there is.
import type { NewFact } from '../measures.ts'
import { nothing, type Told } from './told.fixture.ts'
import { businessBetween, categoryOf, lifeOf, reasonThen, segmentsThen, settingsThen, stateAt, teamThen, type Life, type State } from './then.fixture.ts'
import type { Row, Ticket, World } from './world.fixture.ts'

const hour = 3_600_000
const day = 24 * hour
const personal = (r: Row) => ['message', 'call', 'visit'].includes(r.kind) && !r.cancelled && !r.automatic
const fromCustomer = (r: Row) => personal(r) && r.direction === 'in' && r.mail_class === 'personal'
const fromUs = (r: Row) => personal(r) && r.direction === 'out'
const taken = (r: Row) => (r.kind === 'message' ? r.timing?.['answeredAt'] !== undefined : r.staff_id !== null)
const humanReply = (r: Row) => fromUs(r) || (fromCustomer(r) && taken(r))
const instant = (text: unknown) => Date.parse(text as string)

/** All but stays, which are compared as levels. */
export function recomputeTickets(world: World): Told[] {
  const lives = new Map(world.tickets.map((t) => [t.id, lifeOf(world, t)]))
  return world.tickets.flatMap((ticket) => recomputeTicket(world, lives, lives.get(ticket.id)!))
}

/** When, and by which transaction; a term of law has none. */
const complaintOf = (world: World, life: Life): { at: number; tx: number } | null => {
  const isComplaint = (queueId: unknown) => world.queues.some((q) => q.id === queueId && q.ready_made === 'complaints')
  const found: { at: number; tx: number }[] = world.legal.filter((l) => l.ticket_id === life.ticket.id).map((l) => ({ at: l.created_at, tx: -1 }))
  if (isComplaint(life.begin['queueId'])) found.push({ at: life.ticket.created_at, tx: life.ticket.tx })
  for (const s of life.steps) if (isComplaint(s.after['queueId']) && !isComplaint(s.before['queueId'])) found.push({ at: s.moment, tx: s.row.tx })
  // Who told of it in the same breath told of what had been.
  for (const f of found) for (const r of life.rows) if (r.tx === f.tx && ['message', 'call', 'visit'].includes(r.kind) && r.at < f.at) f.at = r.at
  return found.reduce<{ at: number; tx: number } | null>((first, f) => (first === null || f.at < first.at ? f : first), null)
}

const earlier = (a: Ticket, b: Ticket) => (a.tx === b.tx ? a.id < b.id : a.tx < b.tx)

function recomputeTicket(world: World, lives: Map<string, Life>, life: Life): Told[] {
  const { ticket, rows, steps } = life
  const others = world.tickets.filter((t) => t.customer_id === ticket.customer_id && t.id !== ticket.id)
  const newcomer = !others.some((o) => earlier(o, ticket))
  const told = (kind: NewFact['kind'], at: number, measures: NewFact['measures'], state: State, staffId: unknown, more: Partial<Told> = {}): Told => ({
    ...nothing, kind, at, measures, subjectId: ticket.id, ticketId: ticket.id, customerId: ticket.customer_id, channel: ticket.channel, language: ticket.language, queueId: (state['queueId'] ?? null) as string | null, reasonId: reasonThen(world, state['reasonId']),
    locationId: (state['locationId'] ?? null) as string | null, staffId: (staffId ?? null) as string | null, teamId: teamThen(world, (staffId ?? null) as string | null, (state['queueId'] ?? null) as string | null, at), newcomer, segments: segmentsThen(world, state), ...more,
  })
  const closed = (state: State) => categoryOf(world, state) === 'closed'
  const closings = steps.filter((s) => s.before['mergedIntoId'] === s.after['mergedIntoId'] && !closed(s.before) && closed(s.after))
  const reopenings = steps.filter((s) => s.before['mergedIntoId'] === s.after['mergedIntoId'] && closed(s.before) && !closed(s.after))
  const isClosed = ticket.merged_into_id === null && world.statuses.find((s) => s.key === ticket.status)!.category === 'closed'
  const last = isClosed ? closings.at(-1) : undefined
  if (isClosed && last === undefined) throw new Error('a closed ticket without a closing: the histories of this test have none')

  const facts: Told[] = []
  const answers = answersIn(world, life)
  for (const row of rows) {
    const state = stateAt(life, Math.max(row.at, row.created_at), row.tx)
    const measures: Record<string, number> = { ...answers.get(row.id) }
    if (row.kind === 'note') measures['note'] = 1
    else if (fromCustomer(row)) measures['contact-in'] = 1
    else if (fromUs(row)) measures['contact-out'] = 1
    else if (['message', 'call', 'visit'].includes(row.kind) && row.automatic && row.direction === 'out' && !row.cancelled) measures['automatic-out'] = 1
    if (row.by_hand !== null) {
      const parts = [row.by_hand.request.length > 0, row.by_hand.decision.length + row.by_hand.result.length > 0, (state['reasonId'] ?? null) !== null, (state['locationId'] ?? state['queueId'] ?? null) !== null]
      Object.assign(measures, { 'recorded': 1, 'completeness': parts.filter((p) => p).length / 4, 'without-result': row.by_hand.result === '' ? 1 : 0 })
    }
    if (row.review !== null) Object.assign(measures, { 'review-stars': row.review.stars, 'review-good': row.review.stars > 3 ? 1 : 0 })
    Object.assign(measures, times(world, row, state))
    const more = { interactionId: row.id, channel: row.channel, customerId: row.customer_id ?? ticket.customer_id }
    if (Object.keys(measures).length > 0) {
      const fact = told('entry', row.at, measures, state, row.staff_id, more)
      facts.push(fact)
      const reading = world.readings.find((r) => r.id === row.id)
      if (fromCustomer(row) && reading?.sentiment && (reading.by === 'person' || (reading.confidence ?? 0) >= 0.6)) facts.push({ ...fact, kind: 'reading', subjectId: row.id, measures: { negative: reading.sentiment === 'negative' ? 1 : 0, neutral: reading.sentiment === 'neutral' ? 1 : 0, positive: reading.sentiment === 'positive' ? 1 : 0 } })
    }
    if (last !== undefined && fromCustomer(row) && row.at <= last.moment) {
      const before = rows.filter((r) => r.at <= last.moment)
      const machine = before.some((r) => r.kind === 'message' && r.direction === 'out' && r.automatic && !r.cancelled && r.mail_class === 'personal') && !before.some(humanReply)
      facts.push(told('entry', row.at, { 'answered-by-machine': machine ? 1 : 0 }, state, row.staff_id, more))
    }
  }
  if (ticket.merged_into_id !== null) return facts

  const opening = stateAt(life, ticket.created_at, ticket.tx)
  facts.push(told('ticket-opened', ticket.created_at, { opened: 1 }, opening, opening['assigneeId']))
  for (const s of closings) facts.push(told('ticket-closed', s.moment, { closed: 1 }, s.after, s.row.staff_id, { interactionId: s.row.id }))
  for (const s of reopenings) facts.push(told('ticket-reopened', s.moment, { reopened: 1 }, s.after, s.after['assigneeId'], { interactionId: s.row.id }))

  let owner = opening['assigneeId'] as string | null | undefined
  let ownersTeam = owner ? teamThen(world, owner, opening['queueId'] as string | null, ticket.created_at) : null
  for (const s of steps.filter((step) => step.row.tx !== ticket.tx)) {
    const queues = [s.before['queueId'] ?? null, s.after['queueId'] ?? null]
    const next = (s.after['assigneeId'] ?? null) as string | null
    const nextTeam = next === null ? null : teamThen(world, next, queues[1] as string | null, s.moment)
    const movedQueue = queues[0] !== queues[1] && queues[0] !== null && queues[1] !== null
    const movedTeam = next !== null && (s.before['assigneeId'] ?? null) !== next && ownersTeam !== null && nextTeam !== null && ownersTeam !== nextTeam
    if (movedQueue || movedTeam) facts.push(told('ticket-transferred', s.moment, { transferred: 1 }, s.before, s.before['assigneeId'] ?? (movedTeam ? owner : null), { interactionId: s.row.id }))
    if (next !== null || movedQueue) { owner = next; ownersTeam = nextTeam }
  }

  for (const c of world.clocks.filter((clock) => clock.ticket_id === ticket.id && clock.state !== 'dropped')) {
    if (c.stopped_at === null && c.breached_at === null) continue
    const kept = c.state === 'met'
    const at = kept ? c.stopped_at! : c.due_at ?? c.breached_at ?? c.stopped_at!
    // What a reply ended stands where the reply does; what ended before the ticket was there, where it was put first.
    const ended = rows.find((r) => kept && c.kind.endsWith('response') && Object.keys(answers.get(r.id) ?? {}).length > 0 && at === r.at)
    const state = ended === undefined ? stateAt(life, at, ticket.tx) : stateAt(life, Math.max(ended.at, ended.created_at), ended.tx)
    facts.push(told('clock', at, { 'sla-kept': kept ? 1 : 0, ...(c.kind === 'status' ? {} : { [`sla-${c.kind}`]: kept ? 1 : 0 }) }, state, state['assigneeId']))
  }

  const complained = complaintOf(world, life)
  if (complained !== null) {
    const complaint = complained.at
    const window = settingsThen(world, complaint).complaintWindowDays * day
    const repeated = others.some((o) => {
      const since = o.merged_into_id === null ? complaintOf(world, lives.get(o.id)!)?.at ?? null : null
      return since !== null && since >= complaint - window && (since < complaint || (since === complaint && o.id < ticket.id))
    })
    const state = stateAt(life, complaint, complained.tx === -1 ? ticket.tx : complained.tx)
    facts.push(told('complaint', complaint, { 'complaint': 1, 'complaint-repeated': repeated ? 1 : 0 }, state, state['assigneeId']))
  }

  if (last !== undefined) facts.push(...outcome(world, life, last, reopenings.length, others, told))
  return facts
}

function outcome(world: World, life: Life, last: Life['steps'][number], reopened: number, others: readonly Ticket[], told: (kind: NewFact['kind'], at: number, measures: NewFact['measures'], state: State, staffId: unknown) => Told): Told[] {
  const { ticket, rows, steps } = life
  const queue = (last.after['queueId'] ?? null) as string | null
  const business = (from: number, to: number) => businessBetween(world, queue, last.moment, from, to)
  const first = rows.find((r) => fromCustomer(r) || fromUs(r) || waitsSince(r) !== null)
  const began = Math.min(ticket.created_at, first?.at ?? ticket.created_at)
  let [waited, waitedBusiness] = [0, 0]
  const points = [{ moment: began, after: life.begin }, ...steps]
  points.forEach((p, i) => {
    const to = Math.min(points[i + 1]?.moment ?? last.moment, last.moment)
    if (categoryOf(world, p.after) !== 'waiting' || to <= p.moment) return
    waited += to - p.moment
    waitedBusiness += business(p.moment, to)
  })
  const whole = new Set([ticket.id, ...world.tickets.filter((t) => t.merged_into_id === ticket.id).map((t) => t.id)])
  const closer = last.after['assigneeId'] ?? last.row.staff_id
  const reason = reasonThen(world, ticket.reason_id)
  const same = (t: Ticket) => reasonThen(world, t.reason_id) === reason
  const ends = last.moment + settingsThen(world, last.moment).repeatWindowDays * day
  const open = world.now < ends + hour
  const back = world.rows.some((r) => fromCustomer(r) && r.customer_id === ticket.customer_id && r.at > last.moment && r.at <= ends && r.ticket_id !== null && (r.ticket_id === ticket.id || same(world.tickets.find((t) => t.id === r.ticket_id)!)))
  const matters = others.filter((o) => o.merged_into_id === null && same(o))
  const follows = matters.some((o) => earlier(o, ticket) && (o.closed_at === null || o.closed_at + (ends - last.moment) >= ticket.created_at))
  const followed = matters.some((o) => earlier(ticket, o) && o.created_at <= ends)
  return [
    told('ticket-resolved', last.moment, {
      'resolution': (business(began, last.moment) - waitedBusiness) / 1000, 'resolution-clock': (last.moment - began - waited) / 1000, 'waiting-for-customer': waited / 1000, 'one-touch': rows.filter(humanReply).length === 1 && reopened === 0 ? 1 : 0,
      'thread-length': rows.filter((r) => r.kind === 'message' && r.direction !== 'internal' && !r.automatic && !r.cancelled).length, 'rated': world.answers.some((a) => a.ticket_id !== null && whole.has(a.ticket_id) && !a.invalid) ? 1 : 0,
      'reopened-after': reopened > 0 ? 1 : 0, 'with-reason': (last.after['reasonId'] ?? null) === null ? 0 : 1,
    }, last.after, closer),
    told('ticket-window', last.moment, { ...(open ? { 'repeat-open': 1 } : { 'repeat-kept': back || reopened > 0 ? 0 : 1 }), ...(follows ? {} : open ? { 'chain-open': 1 } : { 'chain-kept': followed ? 0 : 1 }) }, last.after, closer),
  ]
}

const waitsSince = (r: Row): number | null => {
  const since = (r.event?.detail['from'] as { waitingSince?: string | null } | undefined)?.waitingSince
  return r.kind === 'event' && typeof since === 'string' ? Date.parse(since) : null
}

/** Who waits, since when, and which reply ended it; in the order in which things happened. Nothing but a reply ends it. */
function answersIn(world: World, life: Life): Map<string, Record<string, number>> {
  const found = new Map<string, Record<string, number>>()
  let asked: { of: string; since: number }[] = []
  let kept: { of: string; since: number }[] = []
  let answered = false
  let answeredBeforeMerge = false
  const isMerged = (state: State) => (state['mergedIntoId'] ?? null) !== null
  let state = life.begin
  for (const row of life.rows) {
    if (row.kind === 'note' && row.event === null) continue
    const was = state
    // What a record of the past changed, it changed when it was written.
    state = life.steps.find((s) => s.row === row && (row.by_hand === null || s.moment === row.at))?.after ?? state
    if (isMerged(was) && !isMerged(state) && kept.length > 0) {
      asked = kept
      answered = answeredBeforeMerge
      kept = []
    }
    const other = row.kind === 'event' ? (row.event?.detail['from'] as { id?: string; waitingSince?: string | null } | null | undefined) : null
    if (other?.id !== undefined && other.waitingSince === undefined) asked = asked.filter((a) => a.of !== other.id)
    const customer = (fromCustomer(row) && !taken(row)) || waitsSince(row) !== null
    const by = waitsSince(row) === null ? 'here' : other!.id!
    if (customer && !isMerged(state) && categoryOf(world, state) !== 'closed' && !asked.some((a) => a.of === by)) asked.push({ of: by, since: Math.min(row.at, waitsSince(row) ?? row.at) })
    if (humanReply(row)) {
      if (asked.length > 0) {
        const kind = answered ? 'next-response' : 'first-response'
        const since = asked[0]!.since
        const settled = Math.max(row.at, row.created_at)
        const queue = (settled === row.at ? state : stateAt(life, settled))['queueId'] as string | null | undefined
        found.set(row.id, { [kind]: businessBetween(world, queue ?? null, settled, since, Math.max(row.at, since)) / 1000, [`${kind}-clock`]: (Math.max(row.at, since) - since) / 1000 })
      }
      asked = []
      kept = []
      answered = true
    }
    if (isMerged(state) && !isMerged(was) && asked.length > 0) {
      kept = asked
      answeredBeforeMerge = answered
      asked = []
      answered = true
    }
  }
  return found
}

function times(world: World, row: Row, state: State): Record<string, number> {
  const t = row.timing
  if (t === null || row.cancelled) return {}
  const settings = settingsThen(world, row.at)
  const within = settings.answerWithinByQueue[(state['queueId'] ?? '') as string] ?? settings.answerWithinSeconds
  const found: Record<string, number> = {}
  if (row.direction === 'in') {
    if (t['menuAt'] !== undefined) Object.assign(found, { 'menu-entered': 1, 'menu-left': (t['menuOutcome'] as unknown) === 'left' ? 1 : 0 })
    if (t['offeredAt'] !== undefined || t['answeredAt'] !== undefined) found['offered'] = 1
    if (t['answeredAt'] !== undefined) {
      const wait = t['offeredAt'] === undefined ? 0 : (instant(t['answeredAt']) - instant(t['offeredAt'])) / 1000
      Object.assign(found, { 'answered': 1, 'answered-wait': wait, 'answered-within': wait > within ? 0 : 1 })
    } else if (t['abandonedAt'] !== undefined) {
      const wait = (instant(t['abandonedAt']) - instant(t['offeredAt'])) / 1000
      if (wait < settings.shortAbandonSeconds) found['abandoned-short'] = 1
      else Object.assign(found, { 'abandoned': 1, 'abandoned-wait': wait }, wait > within ? { 'abandoned-late': 1 } : {})
    }
  }
  if (t['answeredAt'] !== undefined && t['endedAt'] !== undefined) {
    const [hold, wrap] = [t['holdSeconds'] ?? 0, t['wrapUpSeconds'] ?? 0]
    const lasted = (instant(t['endedAt']) - instant(t['answeredAt'])) / 1000
    Object.assign(found, { 'talk': lasted - hold, 'hold': hold, 'wrap-up': wrap, 'handle': lasted + wrap })
  }
  return found
}
