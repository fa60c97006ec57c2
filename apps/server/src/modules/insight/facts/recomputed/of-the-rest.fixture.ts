// Answers, invitations, time at work and outside counts recomputed in the plainest way; and how many tickets were open when.
import { primaryQuestion } from '@kontuar/survey'
import { nothing, type Told } from './told.fixture.ts'
import { categoryOf, lifeOf, reasonThen, segmentsThen, stateAt, teamThen } from './then.fixture.ts'
import type { Answer, Invitation, World } from './world.fixture.ts'

export function recomputeTheRest(world: World): Told[] {
  const about = (said: Answer | Invitation, at: number) => {
    const ticket = world.tickets.find((t) => t.id === said.ticket_id)
    return {
      ...nothing, at, subjectId: said.id, ticketId: said.ticket_id, customerId: said.customer_id, channel: said.channel, language: said.language, queueId: said.queue_id, reasonId: reasonThen(world, said.reason_id), locationId: said.location_id, teamId: said.team_id, staffId: said.staff_id,
      surveyId: said.survey_id, touchpointId: said.touchpoint_id, newcomer: ticket === undefined ? null : !world.tickets.some((t) => t.customer_id === ticket.customer_id && (t.tx < ticket.tx || (t.tx === ticket.tx && t.id < ticket.id))),
      segments: ticket === undefined ? null : segmentsThen(world, stateAt(lifeOf(world, ticket), at, ticket.tx)),
    }
  }
  const answers = world.answers.filter((a) => !a.anonymous && !a.invalid).flatMap((a): Told[] => {
    const fact = { ...about(a, a.at), kind: 'answer' as const, answerId: a.id, measures: { answer: 1, commented: a.comment === null ? 0 : 1, ...scores(a) } }
    const reading = world.readings.find((r) => r.id === a.id)
    const sure = a.comment !== null && reading?.sentiment && (reading.by === 'person' || (reading.confidence ?? 0) >= 0.6)
    return [fact, ...(sure ? [{ ...fact, kind: 'reading' as const, measures: { negative: reading.sentiment === 'negative' ? 1 : 0, neutral: reading.sentiment === 'neutral' ? 1 : 0, positive: reading.sentiment === 'positive' ? 1 : 0 } }] : [])]
  })
  const invitations = world.invitations.filter((i) => !i.anonymous && i.state === 'sent' && i.sent_at !== null).map((i): Told => ({ ...about(i, i.sent_at!), kind: 'invitation', measures: { 'delivered-answered': i.started ? 1 : 0, ...(i.clicked && !i.started ? { unconfirmed: 1 } : {}) } }))
  const outside = world.outside.flatMap((o): Told[] => {
    const hours = world.outside.filter((h) => o.span === 'day' && h.span === 'hour' && h.source === o.source && h.what === o.what && h.location_id === o.location_id && h.queue_id === o.queue_id && h.begins_at >= o.begins_at && h.begins_at < Temporal.Instant.fromEpochMilliseconds(o.begins_at).toZonedDateTimeISO(world.zone).add({ days: 1 }).epochMilliseconds)
    const left = o.n - hours.reduce((sum, h) => sum + h.n, 0)
    return hours.length > 0 && left <= 0 ? [] : [{ ...nothing, kind: 'outside', at: o.begins_at, subjectId: o.id, measures: o.what === 'calls' ? { 'outside-calls': left } : { 'outside-forms': left }, channel: o.what === 'calls' ? 'phone' : 'form', locationId: o.location_id, queueId: o.queue_id }]
  })
  return [...answers, ...invitations, ...outside, ...atWork(world)]
}

function scores(a: Answer): Record<string, number> {
  const question = primaryQuestion(a.definition)
  const value = question === null ? undefined : a.values[question.id]
  if (question === null || typeof value !== 'number') return {}
  switch (question.type) {
    case 'nps': return { nps: value, ...(value >= 9 ? { promoter: 1 } : value >= 7 ? { passive: 1 } : { detractor: 1 }) }
    case 'csat': return { 'csat-satisfied': value >= 4 ? 1 : 0 }
    case 'ces': { const easy = question.reversed === true ? 8 - value : value; return { 'ces': easy, 'ces-easy': easy >= 5 ? 1 : 0 } }
    default: throw new Error(`the histories of this test ask no ${question.type}`)
  }
}

/** Second by second would be plainest; by pieces between all instants at which anything changes it is the same and sooner done. */
function atWork(world: World): Told[] {
  return world.stays.filter((s) => s.state === 'available').flatMap((stay) => {
    const busy = world.rows.filter((r) => r.staff_id === stay.staff_id && r.timing?.['answeredAt'] !== undefined && r.timing?.['endedAt'] !== undefined)
      .map((r) => [Date.parse(String(r.timing!['answeredAt'])), Date.parse(String(r.timing!['endedAt'])) + (r.timing!['wrapUpSeconds'] ?? 0) * 1000] as const)
    const isFullHour = (at: number) => { const t = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(world.zone); return t.minute === 0 && t.second === 0 && t.millisecond === 0 }
    const facts: Told[] = []
    let from = stay.since
    while (from < (stay.until ?? world.now)) {
      let to = from - (from % 60_000) + 60_000
      while (!isFullHour(to)) to += 60_000
      if (stay.until === null && to > world.now) break
      if (stay.until !== null && to > stay.until) to = stay.until
      const cuts = [...new Set([from, to, ...busy.flat()])].filter((at) => at >= from && at <= to).sort((a, b) => a - b)
      let ready = 0
      for (let i = 1; i < cuts.length; i++) if (!busy.some(([b, e]) => b <= cuts[i - 1]! && cuts[i]! <= e)) ready += cuts[i]! - cuts[i - 1]!
      facts.push({ ...nothing, kind: 'at-work', at: from, subjectId: stay.id, measures: { available: ready / 1000 }, staffId: stay.staff_id, teamId: teamThen(world, stay.staff_id, null, stay.since) })
      from = to
    }
    return facts
  })
}

/** How many tickets were open, by all their dimensions together. */
export function openAt(world: World, at: number): Map<string, number> {
  const open = new Map<string, number>()
  for (const ticket of world.tickets) {
    if (ticket.merged_into_id !== null || ticket.created_at > at) continue
    const life = lifeOf(world, ticket)
    const begun = stateAt(life, ticket.created_at, ticket.tx)
    const last = life.steps.findLast((s) => s.moment <= at && s.row.tx !== ticket.tx)
    const state = last?.after ?? begun
    if (categoryOf(world, state) === 'closed' || (state['mergedIntoId'] ?? null) !== null) continue
    const key = JSON.stringify([state['queueId'] ?? null, state['assigneeId'] ?? null, reasonThen(world, state['reasonId']), state['locationId'] ?? null, segmentsThen(world, state), ticket.channel, ticket.language])
    open.set(key, (open.get(key) ?? 0) + 1)
  }
  return open
}
