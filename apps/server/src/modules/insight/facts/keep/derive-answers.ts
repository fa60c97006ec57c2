// Facts of answers and invitations, brought in line.
import type { Tx } from '../../../../platform/db/database.ts'
import { readAnswersToCount, readInvitationsToCount } from '../../../feedback/index.ts'
import { readTicketStories } from '../../../routing/index.ts'
import { answerFacts, invitationFact, type AboutTicket } from '../derive/answer-facts.ts'
import type { CountingRules } from '../derive/counting-rules.ts'
import { bringInLine, lockSubjects, type Difference } from './bring-in-line.ts'
import { readReadings } from './read-readings.ts'
import { readRules } from './read-rules.ts'

/** Also of the invitations they came by: an answer changes what became of one. */
export async function deriveAnswers(tx: Tx, answerIds: readonly string[], invitationIds: readonly string[]): Promise<Difference> {
  if (answerIds.length === 0 && invitationIds.length === 0) return { added: [], takenBack: [] }
  const asked = await tx.query<{ id: string }>('select invitation_id as id from answer where org_id = $1 and id = any ($2) and invitation_id is not null', [tx.orgId, answerIds], 'invitations-of-answers')
  const invitations = [...new Set([...invitationIds, ...asked.map((r) => r.id)])]
  const subjects = [...answerIds, ...invitations]
  await lockSubjects(tx, subjects)
  const [answers, delivered, readings] = await Promise.all([readAnswersToCount(tx, answerIds), readInvitationsToCount(tx, invitations), readReadings(tx, answerIds)])
  const { about, rules } = await readAbout(tx, [...answers, ...delivered].flatMap((said) => said.ticketId ?? []))
  return bringInLine(tx, subjects, [
    ...answers.flatMap((answer) => answerFacts(answer, about.get(answer.ticketId ?? '') ?? null, readings.get(answer.id) ?? null, rules)),
    ...delivered.map((invitation) => invitationFact(invitation, about.get(invitation.ticketId ?? '') ?? null, rules)),
  ])
}

/** The tickets that something is about, and what is counted by. */
export async function readAbout(tx: Tx, given: readonly string[]): Promise<{ about: Map<string, AboutTicket>; rules: CountingRules }> {
  const ticketIds = [...new Set(given)]
  const [told, newcomers] = await Promise.all([readTicketStories(tx, ticketIds), tx.query<{ id: string }>(
    'select t.id from ticket t where t.org_id = $1 and t.id = any ($2) and not exists (select from (select * from ticket p where p.org_id = $1 and p.customer_id = t.customer_id offset 0) p where (p.created_at, p.id) < (t.created_at, t.id))', [tx.orgId, ticketIds], 'newcomers')])
  const fresh = new Set(newcomers.map((r) => r.id))
  return { rules: await readRules(tx, told, []), about: new Map(told.stories.map((story) => [story.id, { story, newcomer: fresh.has(story.id) }])) }
}
