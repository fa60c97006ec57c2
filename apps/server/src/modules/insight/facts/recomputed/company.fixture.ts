// A small company whose days are drawn by lot: what happens goes through the same commands as with people, and every one of them may be
// refused, as with people.
import type { SurveyDefinition } from '@kontuar/survey'
import fc from 'fast-check'
import type pg from 'pg'
import type { TestKontuar } from '../../../../app/testing.ts'
import { newId } from '../../../../platform/id.ts'
import { buildSendingMailbox } from '../../../channels/sending/testing.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMessage } from '../../../diary/testing.ts'
import { buildInvitation, buildSurvey } from '../../../feedback/answering/testing.ts'
import { buildOrganization, buildStaff, buildToken, type TestStaff } from '../../../identity/testing.ts'

export interface Step { what: (typeof happenings)[number]; a: number; b: number; c: number }
const happenings = [
  'mail', 'mail', 'mail', 'reply', 'reply', 'robot', 'answer', 'answer', 'answer', 'takeBack', 'note', 'close', 'close', 'close', 'close', 'reopen', 'wait', 'assign', 'assign', 'unassign', 'queue', 'queue', 'location', 'reason', 'reason', 'field', 'merge', 'merge', 'unmerge', 'unmerge',
  'call', 'call', 'missed', 'chat', 'late', 'review', 'presence', 'presence', 'rate', 'rate', 'invalid', 'valid', 'invite', 'click', 'bounce', 'read', 'count', 'mergeReason', 'team', 'servers', 'calendar', 'settings', 'complain', 'endLoop', 'endLoop', 'openLoop', 'say', 'say',
] as const
export const steps = (most: number) => fc.array(fc.record<Step>({ what: fc.constantFrom(...happenings), a: fc.nat(1000), b: fc.nat(1000), c: fc.nat(1000) }), { minLength: 12, maxLength: most })

const question = (type: 'nps' | 'csat' | 'ces', more = {}) => ({ languages: ['pl'], defaultLanguage: 'pl', title: { pl: type }, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [], questions: [{ id: 'q', type, title: { pl: 'Jak?' }, ...more }, { id: 'why', type: 'text', title: { pl: 'Czemu?' } }] }) as unknown as SurveyDefinition

export type Company = Awaited<ReturnType<typeof buildCompany>>

export async function buildCompany(kontuar: TestKontuar) {
  const { db } = kontuar.platform
  const org = await buildOrganization(db)
  const { orgId } = org
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object, as = token) => kontuar.ask(method, path, body, as)
  const made = async (path: string, body: object) => {
    const answer = await ask('POST', path, body)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`)
    return answer.body.id as string
  }
  const people: TestStaff[] = [org.staff.agent, await buildStaff(db, orgId, 'agent', `ola${orgId}@company.test`), await buildStaff(db, orgId, 'manager', `jan${orgId}@company.test`)]
  const tokens = await Promise.all(people.map((p) => buildToken(db, orgId, p)))
  const teams = [await made('/teams', { name: 'Front' }), await made('/teams', { name: 'Zaplecze' })]
  const locations = [await made('/locations', { name: 'Rynek' }), await made('/locations', { name: 'Galeria' })]
  const calendars = [(await ask('GET', '/calendars')).body.items[0].id as string, await made('/calendars', { name: 'Całą dobę', definition: { timeZone: 'Europe/Warsaw', weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [{ from: '00:00', to: '24:00' }]])), holidays: null, exceptions: [] } })]
  const queues: { id: string; readyMade: string }[] = (await ask('GET', '/queues')).body.items
  const reasons = (await ask('GET', '/reasons')).body.items.slice(0, 4).map((r: { id: string }) => r.id) as string[]
  const fieldId = await made('/custom-fields', { subject: 'ticket', name: 'Marka', type: 'choice', options: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }] })
  const options = ['a', 'b']
  const mailboxId = await db.write(orgId, (tx) => buildSendingMailbox(tx, 1, { address: `${newId()}@salon.example` }))
  const surveys = await db.write(orgId, async (tx) => [
    await buildSurvey(tx, { definition: question('nps') }), await buildSurvey(tx, { definition: question('csat') }), await buildSurvey(tx, { definition: question('ces', { reversed: true }) }), await buildSurvey(tx, { definition: question('nps'), anonymous: true }),
  ])
  const causeId = await made('/causes', { name: 'Pośpiech' })
  // So few days that they are over when what happened is days old.
  await ask('PUT', '/recovery-settings', { ...(await ask('GET', '/recovery-settings')).body, comeBackDays: 5 })
  for (const person of people) await ask('PUT', `/teams/${teams[people.indexOf(person) % 2]}/members`, { memberIds: people.filter((_, i) => i % 2 === people.indexOf(person) % 2).map((p) => p.staffId) })
  return { kontuar, db, org, orgId, ask, people, tokens, teams, locations, calendars, queues: queues.map((q) => q.id), complaints: queues.find((q) => q.readyMade === 'complaints')!.id, reasons, fieldId, options, mailboxId, surveys, causeId }
}

/** Rows that are there to be chosen from, each asked anew: nothing is remembered but by the database. */
async function ids(company: Company, text: string): Promise<string[]> {
  return (await company.db.read(company.orgId, (tx) => tx.query<{ id: string }>(text, [company.orgId]))).map((r) => r.id)
}
const pick = <T>(from: readonly T[], n: number): T | undefined => (from.length === 0 ? undefined : from[n % from.length])

/** Answers whether it was done; a refusal is as good as doing something. */
export async function happen(company: Company, { what, a, b, c }: Step): Promise<void> {
  const { ask, db, orgId } = company
  const tickets = await ids(company, 'select id from ticket where org_id = $1 order by created_at, id')
  const ticket = pick(tickets, a)
  const as = company.tokens[b % company.tokens.length]!
  const mail = async (given: object) => db.write(orgId, async (tx) => { await receiveMessages(tx, [await buildMessage(tx, company.mailboxId, { from: { name: '', address: `klient${a % 2}@klient.example` }, language: ['pl', 'ru', null][b % 3]!, ...given })]) })
  const change = (body: object) => (ticket === undefined ? undefined : ask('PATCH', `/tickets/${ticket}`, body, as))
  const record = (body: object) => ask('POST', '/interactions', { kind: 'call', channel: 'phone', request: 'Pyta.', ...(b % 2 === 0 && ticket !== undefined ? { ticketId: ticket } : { customer: { name: 'Halina', phone: `60070080${a % 2}` } }), ...(c % 3 === 0 ? { result: 'Jest.' } : {}), ...(c % 5 === 0 ? { queueId: pick(company.queues, c), reasonId: pick(company.reasons, b) } : {}), ...body })
  const at = (secondsAgo: number) => new Date(Date.now() - secondsAgo * 1000).toISOString()
  const publish = (name: string, named: Record<string, string>) => db.write(orgId, async (tx) => tx.publish({ name, ids: named }))
  switch (what) {
    case 'mail': return mail({})
    case 'robot': return mail({ automatic: true, mailClass: c % 2 === 0 ? 'auto-reply' : 'list' })
    case 'reply': {
      const messages = await ids(company, `select message_id as id from interaction where org_id = $1 and kind = 'message' and message_id is not null order by at`)
      return mail({ inReplyTo: [pick(messages, c) ?? 'nowhere'] })
    }
    case 'answer': return void (ticket !== undefined && await ask('POST', `/tickets/${ticket}/interactions`, { text: 'Dzień dobry.', ...(c % 3 === 0 ? { status: 'closed' } : {}), undoSeconds: 30 }, as))
    case 'takeBack': {
      const answers = await ids(company, `select interaction_id as id from outgoing_mail where org_id = $1 and state = 'pending' order by created_at desc`)
      return void (answers[0] !== undefined && await ask('POST', `/interactions/${answers[0]}/cancel`))
    }
    case 'note': return void (ticket !== undefined && await ask('POST', `/tickets/${ticket}/interactions`, { kind: 'note', direction: 'internal', text: 'Zadzwonić.' }, as))
    case 'close': return void await change({ status: 'closed' })
    case 'reopen': return void await change({ status: 'open' })
    case 'wait': return void await change({ status: c % 2 === 0 ? 'waiting' : 'waiting-internal' })
    case 'assign': return void await change({ assigneeId: pick(company.people, c)!.staffId })
    case 'unassign': return void await change({ assigneeId: null })
    case 'queue': return void await change({ queueId: pick(company.queues, c) })
    case 'complain': return void await change({ queueId: company.complaints })
    case 'location': return void await change({ locationId: c % 3 === 0 ? null : pick(company.locations, c) })
    case 'reason': return void await change({ reasonId: c % 5 === 0 ? null : pick(company.reasons, c) })
    case 'field': return void await change({ fields: { [company.fieldId]: c % 3 === 0 ? null : pick(company.options, c) } })
    case 'merge': return void (ticket !== undefined && await ask('POST', `/tickets/${ticket}/merge`, { intoId: pick(tickets, c) }))
    case 'unmerge': return void (ticket !== undefined && await ask('POST', `/tickets/${pick(await ids(company, 'select id from ticket where org_id = $1 and merged_into_id is not null order by id'), c) ?? ticket}/unmerge`))
    case 'call': return void await record({ staffId: pick(company.people, c)!.staffId, timing: { ...(a % 2 === 0 ? { menuAt: at(700), menuOutcome: 'to-agent' } : {}), offeredAt: at(690), answeredAt: at(690 - (c % 60)), endedAt: at(300 - (b % 200)), ...(b % 3 === 0 ? { holdSeconds: b % 40, wrapUpSeconds: c % 90 } : {}) } })
    case 'missed': return void await record(c % 4 === 0 ? { timing: { menuAt: at(60), menuOutcome: 'left' } } : { timing: { offeredAt: at(200), abandonedAt: at(200 - (c % 50)) } })
    case 'chat': return void await record({ kind: 'message', channel: 'chat', timing: { offeredAt: at(900), ...(c % 3 === 0 ? { abandonedAt: at(850) } : { answeredAt: at(880), endedAt: at(500), wrapUpSeconds: 30 }) } })
    case 'late': return void await record({ at: at(86_400 * (1 + (c % 20))), direction: b % 4 === 0 ? 'out' : 'in', ...(c % 2 === 0 ? { staffId: null } : {}) })
    case 'review': return void await record({ kind: 'message', channel: 'review', review: { site: 'Google', stars: 1 + (c % 5) } })
    case 'presence': return void await ask('PUT', '/me/presence', { state: (['available', 'available', 'busy', 'away', 'off'] as const)[c % 5]! }, as)
    case 'rate': {
      if (ticket === undefined) return
      const survey = c % company.surveys.length
      const values = { q: survey === 1 ? 1 + (b % 5) : survey === 2 ? 1 + (b % 7) : b % 11, ...(a % 2 === 0 ? { why: 'Bo tak.' } : {}) }
      return void await ask('POST', `/tickets/${ticket}/answers`, { surveyId: company.surveys[survey], values }, as)
    }
    case 'invalid': case 'valid': {
      const answer = pick(await ids(company, 'select id from answer where org_id = $1 order by at, id'), c)
      return void (answer !== undefined && await ask('PATCH', `/answers/${answer}`, { invalid: what === 'valid' ? null : { reason: 'żart' } }))
    }
    case 'invite': {
      const customerId = pick(await ids(company, 'select id from customer where org_id = $1 order by id'), c)
      if (customerId === undefined) return
      const { id } = await db.write(orgId, (tx) => buildInvitation(tx, company.surveys[c % company.surveys.length]!, { customerId, ...(ticket === undefined ? {} : { ticketId: ticket }), locationId: pick(company.locations, b)! }))
      return publish('feedback.invitationChanged', { invitationId: id })
    }
    case 'click': case 'bounce': {
      const id = pick(await ids(company, 'select id from survey_invitation where org_id = $1 order by id'), c)
      if (id === undefined) return
      await db.write(orgId, (tx) => tx.query(what === 'bounce' ? `update survey_invitation set state = 'bounced' where org_id = $1 and id = $2` : b % 2 === 0 ? 'update survey_invitation set clicked_at = now() where org_id = $1 and id = $2' : 'update survey_invitation set started_at = now() where org_id = $1 and id = $2', [orgId, id]))
      return publish('feedback.invitationChanged', { invitationId: id })
    }
    case 'read': {
      const texts = await db.read(orgId, (tx) => tx.query<{ id: string; of: string; ticket: string | null }>(
        `select id, 'interactionId' as of, ticket_id as ticket from interaction where org_id = $1 and kind = 'message' and direction = 'in' union all select id, 'answerId', ticket_id from answer where org_id = $1 order by id`, [orgId]))
      const text = pick(texts, c)
      if (text === undefined) return
      const { id } = text
      await db.write(orgId, (tx) => tx.query(
        `insert into reading (org_id, id, subject, sentiment, confidence, by) select $1, $2, case when exists (select from answer where org_id = $1 and id = $2) then 'answer' else 'interaction' end, $3, $4, $5
         on conflict (org_id, id) do update set sentiment = excluded.sentiment, confidence = excluded.confidence, by = excluded.by`, [orgId, id, (['negative', 'neutral', 'positive'] as const)[a % 3], b % 4 === 0 ? 0.4 : 0.9, a % 5 === 0 ? 'person' : 'classifier']))
      return publish('insight.readingChanged', { readingId: id, [text.of]: id, ...(text.ticket === null ? {} : { ticketId: text.ticket }) })
    }
    case 'count': return void await ask('POST', '/outside-counts', { items: [{ source: 'centrala', what: c % 2 === 0 ? 'calls' : 'forms-begun', ...(a % 4 === 0 ? { span: 'day', beginsAt: '2026-02-02T23:00:00Z' } : { span: 'hour', beginsAt: new Date(Date.UTC(2026, 1, 3, a % 3)).toISOString() }), locationId: b % 2 === 0 ? null : pick(company.locations, b), n: c }] })
    case 'mergeReason': return void (c % 3 === 0 && await ask('POST', `/reasons/${pick(company.reasons, a)}/merge`, { intoId: pick(company.reasons, b) }))
    case 'team': return void await ask('PUT', `/teams/${pick(company.teams, a)}/members`, { memberIds: company.people.filter((_, i) => ((c >> i) & 1) === 1).map((p) => p.staffId) })
    case 'servers': return void await ask('PATCH', `/queues/${pick(company.queues, a)}`, { teamIds: company.teams.filter((_, i) => ((c >> i) & 1) === 1) })
    case 'calendar': return void await ask('PATCH', `/queues/${pick(company.queues, a)}`, { calendarId: c % 3 === 0 ? null : pick(company.calendars, c) })
    case 'settings': return void await ask('PUT', '/insight-settings', { answerWithinSeconds: 10 + (a % 30), answerWithinByQueue: { [pick(company.queues, b)!]: 5 + (c % 60) }, shortAbandonSeconds: c % 20, repeatWindowDays: 1 + (a % 12), complaintWindowDays: 1 + (b % 60) })
    case 'endLoop': case 'openLoop': {
      const loop = pick(await ids(company, 'select id from recovery where org_id = $1 order by id'), a)
      if (loop === undefined) return
      if (what === 'openLoop') return void await ask('POST', `/recoveries/${loop}/reopen`)
      return void await ask('POST', `/recoveries/${loop}/close`, { as: (['solved', 'solved', 'solved', 'nothing-to-mend', 'mistaken'] as const)[c % 5]!, causeId: company.causeId, remedy: 'Nowe buty.' })
    }
    case 'say': return saySecond(company, pick(await ids(company, 'select invitation_id as id from recovery_asking where org_id = $1 order by invitation_id'), a), b % 2 === 0, 1 + (c % 5))
  }
}

/** What a customer says to the second question of a loop, for the first time or after all. */
async function saySecond({ db, orgId }: Company, invitationId: string | undefined, solved: boolean, score: number): Promise<void> {
  if (invitationId === undefined) return
  await db.write(orgId, async (tx) => {
    await tx.query(`update survey_invitation set state = 'sent', sent_at = coalesce(sent_at, now()), started_at = coalesce(started_at, now()) where org_id = $1 and id = $2`, [orgId, invitationId])
    const [answer] = await tx.query<{ id: string }>(
      `insert into answer (org_id, id, survey_id, version, road, invitation_id, touchpoint_id, customer_id, ticket_id, staff_id, team_id, queue_id, location_id, reason_id, channel, language, values, state, metric, score, scale_min, scale_max, tone, at)
       select i.org_id, $3::uuid, i.survey_id, s.version, 'email', i.id, i.touchpoint_id, i.customer_id, i.ticket_id, i.staff_id, i.team_id, i.queue_id, i.location_id, i.reason_id, i.channel, 'pl', $4::jsonb, 'finished', 'csat', $5::smallint, 1, 5, $6::text, clock_timestamp()
       from survey_invitation i join survey s on s.org_id = i.org_id and s.id = i.survey_id where i.org_id = $1 and i.id = $2
       on conflict (org_id, invitation_id) where invitation_id is not null do update set values = excluded.values, score = excluded.score, tone = excluded.tone returning id`,
      [orgId, invitationId, newId(), JSON.stringify({ solved: solved ? 'yes' : 'no', score }), score, score >= 4 ? 'high' : score <= 2 ? 'low' : 'middle'])
    tx.publish({ name: 'feedback.invitationChanged', ids: { invitationId } }, { name: 'feedback.answerTaken', ids: { answerId: answer!.id } })
  })
}

/** Everything that has happened so far was so many days earlier. Done behind the back of the program, whose diary lets nobody change the past. Time at work stays where it is: its events say when it was. */
export async function ago({ orgId }: Company, owner: pg.Client, days: number): Promise<void> {
  const columns: Record<string, string[]> = {
    interaction: ['at', 'created_at'], ticket: ['created_at', 'closed_at', 'updated_at', 'last_interaction_at', 'waiting_since', 'queued_at'], answer: ['at', 'finished_at', 'created_at', 'updated_at'], survey_invitation: ['sent_at', 'created_at'],
    team_membership: ['since', 'until'], past_link: ['since', 'until'], insight_setting: ['since'],
    recovery: ['opened_at', 'reach_due_at', 'due_at', 'contacted_at', 'closed_at', 'back_until', 'came_back_at', 'created_at'],
  }
  await behindTheBack(owner, Object.keys(columns), Object.entries(columns).map(([table, names]) => `update ${table} set ${names.map((n) => `${n} = ${n} - interval '${days} days'`).join(', ')} where org_id = ${orgId}`))
}

/** As the owner, past the triggers that keep the diary and the facts append-only. */
export async function behindTheBack(owner: pg.Client, tables: readonly string[], statements: readonly string[]): Promise<void> {
  await owner.query('begin')
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`)
  for (const statement of statements) await owner.query(statement)
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`)
  await owner.query('commit')
}
