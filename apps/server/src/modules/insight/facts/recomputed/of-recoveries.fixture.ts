// What became of low scores recomputed in the plainest way, one question after the other.
import { nothing, type Told } from './told.fixture.ts'
import { businessBetween, lifeOf, reasonThen, segmentsThen, stateAt } from './then.fixture.ts'
import type { Recovery, World } from './world.fixture.ts'

const hour = 3_600_000

export const recomputeRecoveries = (world: World): Told[] => world.recoveries.filter((r) => r.closed_as !== 'mistaken').flatMap((r) => factsOf(world, r))

function factsOf(world: World, r: Recovery): Told[] {
  const answer = world.answers.find((a) => a.id === r.answer_id)!
  const second = world.answers.find((a) => a.id === r.second_answer_id)
  const ticket = world.tickets.find((t) => t.id === r.ticket_id)
  const base = {
    ...nothing, kind: 'recovery' as const, subjectId: r.id, ticketId: r.ticket_id, customerId: r.customer_id, answerId: r.answer_id, channel: r.channel, language: answer.language, queueId: r.queue_id, reasonId: reasonThen(world, r.reason_id),
    locationId: r.location_id, teamId: r.team_id, staffId: r.staff_id, surveyId: answer.survey_id, touchpointId: answer.touchpoint_id,
    newcomer: ticket === undefined ? null : !world.tickets.some((t) => t.customer_id === ticket.customer_id && (t.tx < ticket.tx || (t.tx === ticket.tx && t.id < ticket.id))),
    segments: ticket === undefined ? null : segmentsThen(world, stateAt(lifeOf(world, ticket), r.opened_at)),
  }
  const facts: Told[] = [{ ...base, at: r.opened_at, measures: { 'loop-opened': 1 } }]
  if (r.contacted_at !== null) {
    const business = businessBetween(world, r.queue_id, r.opened_at, r.opened_at, r.contacted_at)
    facts.push({ ...base, at: r.contacted_at, interactionId: r.reach_interaction_id, measures: { 'time-to-contact': business / 1000, 'time-to-contact-clock': (r.contacted_at - r.opened_at) / 1000 } })
  }
  for (const [name, done, due] of [['contacted-in-time', r.contacted_at, r.reach_due_at], ['closed-in-time', r.closed_at, r.due_at]] as const) {
    if (due === null) continue
    if (done !== null && done <= due) facts.push({ ...base, at: done, measures: { [name]: 1 } })
    else if (due < world.now) facts.push({ ...base, at: due, measures: { [name]: 0 } })
  }
  const sent = world.askings.filter((k) => k.recovery_id === r.id).flatMap((k) => world.invitations.find((i) => i.id === k.invitation_id && i.state === 'sent')?.sent_at ?? [])
  if (sent.length > 0) facts.push({ ...base, at: Math.max(...sent), measures: { 'second-asked': 1 } })
  if (second !== undefined && r.recovered !== null) facts.push({ ...base, at: second.at, answerId: second.id, measures: { recovered: r.recovered ? 1 : 0 } })
  if (r.closed_as !== 'solved') return facts
  if (r.came_back_at !== null) facts.push({ ...base, at: r.came_back_at, measures: { 'came-back-so-far': 1 } })
  const over = world.now >= r.back_until! + hour
  facts.push({ ...base, at: r.closed_at!, measures: over ? { 'came-back': r.came_back_at === null ? 0 : 1 } : { 'came-back-open': 1 } })
  return facts
}
