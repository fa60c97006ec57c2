// What hangs on one ticket of the desk: clocks with their reasons, the legal deadline, decisions, merging, canned answers,
// contacts recorded by hand. k0 has running clocks, k2 is late and took in k9, k8 is a complaint.
import * as routes from '@kontuar/contracts'
import type { LegalDeadline, ResponseOf, Ticket } from '@kontuar/contracts'
import { Refusal, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { ago, staff } from './people.ts'
import { makeEntry } from './timelines.ts'
import type { World } from './tickets.ts'

type Clock = ResponseOf<typeof routes.listClocks>['items'][number]
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const clock = (ticket: Ticket, more: Partial<Clock> & Pick<Clock, 'kind' | 'state'>): Clock => ({
  id: `${ticket.id}-${more.kind}-${more.cycle ?? 1}`, ticketId: ticket.id, cycle: 1, policyId: 'p1', policyName: 'Standardowa', calendarId: 'c1', status: null, targetSeconds: 8 * 3600, startedAt: ago(500), warnAt: null, dueAt: null, stoppedAt: null, usedSeconds: null,
  warnedAt: null, breachedAt: null, steps: [], asStored: true, ...more,
})
const at = (date: string, time: string) => `${date}T${time}:00.000Z`

function clocksOf(ticket: Ticket): Clock[] {
  const steps: Clock['steps'] = [
    { kind: 'started', from: at(day(-4), '14:00'), to: at(day(-4), '14:00'), countedSeconds: 0, name: null },
    { kind: 'open', from: at(day(-4), '14:00'), to: at(day(-4), '16:00'), countedSeconds: 7200, name: null },
    { kind: 'closed', from: at(day(-4), '16:00'), to: at(day(-3), '08:00'), countedSeconds: 0, name: null },
    { kind: 'holiday', from: at(day(-3), '08:00'), to: at(day(-3), '16:00'), countedSeconds: 0, name: 'Narodowe Święto Niepodległości' },
    { kind: 'paused', from: at(day(-2), '08:00'), to: at(day(-2), '11:30'), countedSeconds: 0, name: 'waiting' },
    { kind: 'open', from: at(day(-2), '11:30'), to: at(day(-2), '16:00'), countedSeconds: 16_200, name: null },
    { kind: 'due', from: ticket.dueAt ?? ago(0), to: ticket.dueAt ?? ago(0), countedSeconds: 0, name: null },
  ]
  if (ticket.statusCategory === 'closed') return [clock(ticket, { kind: 'first-response', state: 'met', usedSeconds: 5400, stoppedAt: ago(400) }), clock(ticket, { kind: 'resolution', state: 'missed', targetSeconds: 40 * 3600, usedSeconds: 47 * 3600, stoppedAt: ago(10), breachedAt: ago(60) })]
  if (ticket.statusCategory === 'waiting') return [clock(ticket, { kind: 'resolution', state: 'paused', targetSeconds: 40 * 3600, usedSeconds: 11 * 3600, steps }), clock(ticket, { kind: 'first-response', state: 'met', usedSeconds: 3000, stoppedAt: ago(400) })]
  return [
    clock(ticket, { kind: ticket.dueKind === 'first-response' ? 'first-response' : 'next-response', state: 'running', startedAt: ticket.dueFrom!, dueAt: ticket.dueAt, steps, asStored: ticket.id !== 'k2' }),
    clock(ticket, { kind: 'resolution', state: 'running', targetSeconds: 40 * 3600, startedAt: ago(900), dueAt: ago(-1700), steps }),
    ...(ticket.id === 'k0' ? [clock(ticket, { kind: 'first-response', state: 'met', usedSeconds: 5400, stoppedAt: ago(400), cycle: 2 })] : []),
  ]
}

export function answerTicketDesk(on: ReturnType<typeof createAnswer>, world: World, desk: Desk): void {
  const note = (ticket: Ticket, name: string, detail: Record<string, unknown>) => {
    const entries = world.entriesOf(ticket.id)
    entries.push(makeEntry(ticket, entries.length, { kind: 'event', direction: 'internal', channel: 'system', staffId: 's1', staffName: 'Anna Wiśniewska', event: { name, detail }, hasRaw: false }))
    world.touch(ticket)
  }
  on(routes.listClocks, ({ params }) => ({ items: clocksOf(world.find(params.id)), next: null }))
  on(routes.listDecisions, ({ params }) => {
    const ticket = world.find(params.id)
    const [anna, mikhail] = staff
    const items = ticket.assigneeId === null && ticket.id !== 'k0' ? [] : [
      { id: '1', ticketId: ticket.id, staffId: anna!.id, staffName: anna!.name, mode: 'least-loaded' as const, because: { code: 'least-loaded', open: 3 }, decidedBy: null, at: ago(900) },
      { id: '2', ticketId: ticket.id, staffId: null, staffName: null, mode: 'given-back' as const, because: { code: 'away', minutes: 30 }, decidedBy: null, at: ago(300) },
      { id: '3', ticketId: ticket.id, staffId: mikhail!.id, staffName: mikhail!.name, mode: 'hand' as const, because: { code: 'given' }, decidedBy: 's1', at: ago(40) },
    ]
    return { items, next: null }
  })

  on(routes.listStays, ({ params }) => {
    const ticket = world.find(params.id)
    const stay = (queueId: string | null, assigneeId: string | null, from: number, to: number | null) => ({ queueId, queueName: desk.queues.find(({ id }) => id === queueId)?.name ?? null, assigneeId, assigneeName: staff.find(({ id }) => id === assigneeId)?.name ?? null, enteredAt: ago(from), leftAt: to === null ? null : ago(to), seconds: (from - (to ?? 0)) * 60 })
    return { items: [stay('q1', null, 1300, 1040), stay('q2', null, 1040, 900), stay('q2', 's1', 900, 300), stay(ticket.queueId, ticket.assigneeId, 300, null)], next: null }
  })

  const deadlines = new Map<string, LegalDeadline>()
  const deadline = (ticketId: string, basisCode: string, receivedOn: string): LegalDeadline => {
    const basis = desk.legalBases.find(({ code }) => code === basisCode)
    if (!basis) throw new Refusal('invalid-input', 'There is no such legal basis.', { basisCode: 'is unknown' })
    const last = new Date(Date.parse(receivedOn) + basis.term.length * 86_400_000).toISOString().slice(0, 10)
    return {
      ticketId, basisCode, basisVersion: 1, basisName: basis.name, source: basis.source, sourceUrl: basis.sourceUrl, consequence: basis.consequence, receivedOn, lastDay: last, dueAt: at(last, '22:59'), internalDay: day(2), internalDueAt: at(day(2), '16:00'), answeredAt: null, kept: null,
      steps: [{ kind: 'event', on: receivedOn, note: 'dzień otrzymania nie wlicza się (art. 111 § 2 k.c.)' }, { kind: 'counted', on: last, note: `${basis.term.length} dni` }, { kind: 'end', on: last, note: 'ostatni dzień na odpowiedź' }, { kind: 'internal', on: day(2), note: 'cel wewnętrzny: 7 dni roboczych' }],
    }
  }
  on(routes.getLegalDeadline, ({ params }) => {
    if (params.id === 'k8' && !deadlines.has('k8') && world.tickets.length > 8) deadlines.set('k8', deadline('k8', 'pl-consumer', day(-11)))
    return deadlines.get(params.id) ?? null
  })
  on(routes.setLegalDeadline, ({ params, body }) => {
    const before = deadlines.get(params.id)
    if (before && !body.why) throw new Refusal('invalid-input', 'Say why the deadline is corrected.', { why: 'is needed' })
    const made = deadline(params.id, body.basisCode, body.receivedOn)
    deadlines.set(params.id, made)
    note(world.find(params.id), before ? 'legal-deadline-changed' : 'legal-deadline-set', before ? { from: before.lastDay, to: made.lastDay, why: body.why } : { to: made.lastDay })
    return made
  })

  on(routes.mergeTicket, ({ params, body }) => {
    const [ticket, into] = [world.find(params.id), world.find(body.intoId)]
    if (into.id === ticket.id) throw new Refusal('cannot-do', 'A ticket cannot be merged into itself.')
    ticket.mergedIntoId = into.id
    note(into, 'merged', { from: { id: ticket.id, number: ticket.number } })
    world.touch(ticket)
    return { mergeId: 'x', ticketId: ticket.id, intoId: into.id }
  })
  on(routes.undoMerge, ({ params }) => {
    const ticket = world.find(params.id)
    ticket.mergedIntoId = null
    note(ticket, 'unmerged', {})
    return { ok: true as const }
  })
  on(routes.fillCannedAnswer, ({ params, query }) => {
    const answer = desk.cannedAnswers.find(({ id }) => id === params.id)
    if (!answer) throw new Refusal('not-found', 'There is no such canned answer.')
    const ticket = query.ticketId === undefined ? undefined : world.find(query.ticketId)
    const known: Record<string, string | undefined> = { 'customer.firstName': ticket?.customer.name.split(' ')[0], 'customer.name': ticket?.customer.name, 'ticket.number': ticket && String(ticket.number), 'agent.name': 'Anna Wiśniewska', 'organization.name': 'Salon Miętowa' }
    const unfilled: string[] = []
    const html = (answer.texts.pl ?? '').replace(/\{\{([\w.]+)\}\}/g, (whole, name: string) => known[name] ?? (unfilled.push(name), whole))
    return { html, language: 'pl' as const, unfilled }
  })
  on(routes.recordInteraction, ({ body }) => {
    const ticket = body.ticketId ? world.find(body.ticketId) : (world.tickets.find(({ customerId }) => customerId === body.customerId) ?? world.tickets[0]!)
    const entries = world.entriesOf(ticket.id)
    const made = makeEntry(ticket, entries.length, {
      kind: body.kind, channel: body.channel, direction: body.direction ?? 'in', at: body.at ?? ago(0), staffId: 's1', staffName: 'Anna Wiśniewska', text: body.request, visibleText: body.request, hasRaw: false,
      byHand: { request: body.request, decision: body.decision ?? '', result: body.result ?? '' },
    })
    entries.push(made)
    world.touch(ticket)
    return made
  })
}

/** As the server: what the status asks for, and owners who do not serve the queue. */
export function refuseUnready(desk: Desk, ticket: Ticket, wish: Partial<Ticket> & { status?: string | undefined }): void {
  const next = { ...ticket, ...wish }
  const status = desk.statuses.find(({ key }) => key === wish.status) ?? desk.statuses.find(({ category, isDefault }) => isDefault && category === wish.status)
  const missing = status ? [...(status.requires.reason && !next.reasonId ? ['reasonId'] : []), ...(status.requires.result && !next.result ? ['result'] : [])] : []
  if (missing.length > 0) throw new Refusal('cannot-do', `Before the status "${status!.name}" fill in: ${missing.join(', ')}.`, Object.fromEntries(missing.map((name) => [name, 'is needed for this status'])))
  const queue = desk.queues.find(({ id }) => id === next.queueId)
  if (wish.assigneeId && queue && !queue.serverIds.includes(wish.assigneeId)) throw new Refusal('cannot-do', `This person does not serve the queue "${queue.name}": choose one of its people, or add them in the settings.`, { assigneeId: 'is outside the queue' })
}
