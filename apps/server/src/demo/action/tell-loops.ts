/*
 * What became of the low scores of the last weeks: taken up, called, closed with cause and remedy, asked a second time. Each step is the
 * program's own at its moment in the past; the telephone calls and the invitations that left are written as they would stand.
 */
import type { Locale } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import { noteSteps, nothingThen, saveAnswer } from '../../modules/feedback/index.ts'
import { addStudyItem, closeRecovery, createStudySet, deriveReached, judgeAnswers, takeSecondAnswers } from '../../modules/recovery/index.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { newId } from '../../platform/id.ts'
import type { Chance } from '../chance.ts'
import { deskHours, timeZone } from '../days.ts'
import type { Mailbox } from '../past/ground.ts'
import { calls, causesOf, remedies, second, type CausePlace } from './words.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
/** As far back as a score that is told of late still opens a loop. */
const toldDays = 29

export interface LoopGround { doerOf(staffId: string): Actor; adminId: string; mailbox: Mailbox; chance: Chance; now: number }
interface Low {
  id: string; at: number; customerId: string; ticketId: string | null
  /** The matter in which the customer is called: the one rated, else their last one. */
  spokenIn: string | null
  reason: string | null; name: string; address: string | null; language: Locale
}
interface Moment { at: number; happens(tx: Tx): Promise<Moment[]> }
interface Loop { id: string; owner_id: string | null; invitation_id: string | null; contacted: boolean }

/** @param db that may write into the past, and tells no subscriber */
export async function tellLoops(db: Database, orgId: number, ground: LoopGround): Promise<void> {
  const lows = await db.read(orgId, (tx) => readLows(tx, ground.now))
  // One after the other as time went: whose a loop becomes hangs on who has open ones then.
  const moments = lows.map((low) => opens(low, ground))
  for (let next = earliest(moments); next !== undefined; next = earliest(moments)) {
    const follow = await db.write(orgId, (tx) => next!.happens(tx))
    moments.push(...follow.filter((m) => m.at < ground.now))
  }
  await db.write(orgId, async (tx) => {
    await tx.query(`update notification n set read_at = n.at + interval '40 minutes' from recovery r where n.org_id = $1 and n.kind = 'recovery' and r.org_id = n.org_id and r.id::text = n.detail->>'recoveryId' and r.contacted_at is not null`, [tx.orgId], 'demo-read-notices')
    await collect(tx, ground)
  })
}

function earliest(moments: Moment[]): Moment | undefined {
  const next = moments.reduce<Moment | undefined>((first, m) => (first === undefined || m.at < first.at ? m : first), undefined)
  if (next !== undefined) moments.splice(moments.indexOf(next), 1)
  return next
}

const readLows = (tx: Tx, now: number) => tx.query<Low>(
  `select a.id, (extract(epoch from a.at) * 1000)::float8 as at, a.customer_id as "customerId", a.ticket_id as "ticketId",
     coalesce(a.ticket_id, (select t.id from ticket t where t.org_id = a.org_id and t.customer_id = a.customer_id and t.created_at < a.at order by t.created_at desc limit 1)) as "spokenIn", r.ready_made as reason, c.name, i.address, coalesce(c.language, 'pl') as language
   from answer a join customer c on c.org_id = a.org_id and c.id = a.customer_id left join reason r on r.org_id = a.org_id and r.id = a.reason_id
     left join lateral (select address from identity i where i.org_id = a.org_id and i.customer_id = c.id and i.kind = 'email' limit 1) i on true
   where a.org_id = $1 and a.tone = 'low' and a.at > $2 order by a.at, a.id`, [tx.orgId, new Date(now - toldDays * day)], 'demo-low-answers')

function opens(low: Low, ground: LoopGround): Moment {
  const { chance } = ground
  return { at: low.at, async happens(tx) {
    await judgeAnswers(tx, [low.id], new Date(low.at))
    // A few are forgotten, and stay open beyond their time.
    return chance.happens(0.9) ? [isCalled(low, deskHours.add(low.at, Math.round(chance.wait(4, 0.7) * hour)), ground)] : []
  } }
}

function isCalled(low: Low, at: number, ground: LoopGround): Moment {
  const { chance, doerOf, adminId } = ground
  return { at, async happens(tx) {
    const loop = await findLoop(tx, low)
    if (loop === null || (!loop.contacted && low.spokenIn === null)) return []
    const by = doerOf(loop.owner_id ?? adminId)
    if (!loop.contacted) {
      const { request, decision } = chance.one(calls)
      await tx.query(
        `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, created_at, staff_id, from_name, from_address, recipients, subject, text, by_hand)
         values ($1, $2, $3, $4, 'call', 'out', 'phone', $5, $6, $7, $8, '', '{"to": [], "cc": [], "bcc": [], "replyTo": []}', '', $9, $10)`,
        [tx.orgId, newId(), low.spokenIn, low.customerId, new Date(at), new Date(at + 4 * minute), by.staffId, by.name, `${request}\n\n${decision}`, JSON.stringify({ request, decision, result: '' })], 'demo-call')
      await deriveReached(tx, [low.customerId])
    }
    return chance.happens(0.86) ? [isClosed(low, loop.id, by, deskHours.add(at, Math.round(chance.wait(9, 0.8) * hour)), ground)] : []
  } }
}

function isClosed(low: Low, id: string, by: Actor, at: number, ground: LoopGround): Moment {
  const { chance, mailbox } = ground
  return { at, async happens(tx) {
    const place = Number(chance.weighted(causesOf(low.reason) as Record<string, number>)) as CausePlace
    const [cause] = await tx.query<{ id: string }>('select id from cause where org_id = $1 and position = $2', [tx.orgId, place], 'demo-cause')
    const as = chance.weighted({ 'solved': 88, 'no-contact-possible': 5, 'nothing-to-mend': 7 })
    await closeRecovery(tx, by, id, { as, causeId: cause!.id, ...(as === 'solved' ? { remedy: chance.one(remedies[place]) } : {}) }, new Date(at))
    const loop = await findLoop(tx, low)
    if (loop?.invitation_id === null || loop === null) return []
    const asked = await leaveAt(tx, loop.invitation_id, low, mailbox, ground.now)
    if (asked === null || !chance.happens(0.6)) return []
    return [saysWhether(low, loop.invitation_id, asked + Math.round(chance.wait(5, 0.8) * hour), ground)]
  } }
}

/** The invitation as it would have left then: answers when; null when its time has not come, or the customer was not asked. */
async function leaveAt(tx: Tx, invitationId: string, { customerId, ticketId, name, address, language }: Low, mailbox: Mailbox, now: number): Promise<number | null> {
  const [planned] = await tx.query<{ state: string; title: Record<Locale, string>; asked: number }>(
    `select i.state, v.definition->'title' as title, (extract(epoch from k.asked_at) * 1000)::float8 as asked from survey_invitation i join survey s on s.org_id = i.org_id and s.id = i.survey_id join survey_version v on v.org_id = s.org_id and v.survey_id = s.id and v.version = s.version
       join recovery_asking k on k.org_id = i.org_id and k.invitation_id = i.id where i.org_id = $1 and i.id = $2`, [tx.orgId, invitationId], 'demo-asking')
  const at = (planned?.asked ?? 0) + 48 * hour
  if (planned?.state !== 'planned' || at >= now || address === null) return null
  const entry = newId()
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, created_at, from_name, from_address, recipients, subject, text, automatic, mail_class)
     values ($1, $2, $3, $4, 'message', 'out', 'email', $5, $6, $6, $7, $8, $9, $10, '', true, 'auto-reply')`,
    [tx.orgId, entry, ticketId, customerId, mailbox.id, new Date(at), mailbox.name, mailbox.address, JSON.stringify({ to: [{ name, address }], cc: [], bcc: [], replyTo: [] }), planned.title[language]], 'demo-asking-entry')
  await tx.query(
    `update survey_invitation set state = 'sent', road = 'email', address = $3, language = $4, version = 1, interaction_id = $5, send_at = $6, sent_at = $6, created_at = $6::timestamptz - interval '48 hours', expires_at = $6::timestamptz + interval '30 days' where org_id = $1 and id = $2`,
    [tx.orgId, invitationId, address, language, entry, new Date(at)], 'demo-asking-left')
  await noteSteps(tx, [invitationId], 'sent')
  return at
}

function saysWhether(low: Low, invitationId: string, at: number, { chance }: LoopGround): Moment {
  return { at, async happens(tx) {
    const [about] = await tx.query<{ survey_id: string; definition: SurveyDefinition; touchpoint_id: string; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null; reason_id: string | null; channel: string | null }>(
      `select i.survey_id, v.definition, i.touchpoint_id, i.staff_id, i.team_id, i.queue_id, i.location_id, i.reason_id, i.channel from survey_invitation i join survey_version v on v.org_id = i.org_id and v.survey_id = i.survey_id and v.version = i.version
       where i.org_id = $1 and i.id = $2`, [tx.orgId, invitationId], 'demo-asked')
    const said = chance.happens(0.78) ? 'yes' : 'no'
    const values = { solved: said, score: said === 'yes' ? (chance.happens(0.6) ? 5 : 4) : 2, ...(chance.happens(0.6) ? { comment: chance.one(second[said][low.language]) } : {}) }
    await tx.query('update survey_invitation set opened_at = $3, started_at = $4, finished_at = $4 where org_id = $1 and id = $2', [tx.orgId, invitationId, new Date(at - 2 * minute), new Date(at)], 'demo-asking-answered')
    await noteSteps(tx, [invitationId], 'opened', 'started', 'finished')
    const saved = await saveAnswer(tx, {
      surveyId: about!.survey_id, version: 1, definition: about!.definition, anonymous: false, road: 'email', invitationId, linkId: null, kioskId: null, key: null, customerName: low.name, language: low.language, values, state: 'finished', at: new Date(at), timeZone, imported: false,
      about: { ...nothingThen, touchpointId: about!.touchpoint_id, customerId: low.customerId, ticketId: low.ticketId, staffId: about!.staff_id, teamId: about!.team_id, queueId: about!.queue_id, locationId: about!.location_id, reasonId: about!.reason_id, channel: about!.channel },
    }, null)
    if (saved !== null) await takeSecondAnswers(tx, [saved.answerId], new Date(at))
    return []
  } }
}

async function findLoop(tx: Tx, { id }: Low): Promise<Loop | null> {
  const [loop] = await tx.query<Loop>('select id, owner_id, invitation_id, contacted_at is not null as contacted from recovery where org_id = $1 and answer_id = $2', [tx.orgId, id], 'demo-loop')
  return loop ?? null
}

/** What is worth talking over with the team, where there is a team. */
async function collect(tx: Tx, { doerOf, adminId }: LoopGround): Promise<void> {
  const loops = await tx.query<{ id: string; said: boolean | null }>(`select id, recovered as said from recovery where org_id = $1 and closed_as = 'solved' and recovered is not null order by recovered, opened_at desc limit 4`, [tx.orgId], 'demo-to-study')
  if (loops.length < 3) return
  const set = await createStudySet(tx, doerOf(adminId), { name: 'Rozmowy, które pomogły', note: 'Na spotkanie zespołu: co zrobiono i dlaczego klient wrócił.' })
  const learnt = ['Szybki telefon i jedno konkretne zdanie, co zrobimy.', 'Przeprosiny na początku, bez tłumaczenia się.', 'Klient dostał termin i ktoś go dotrzymał.', 'Oddzwoniono jeszcze raz, żeby sprawdzić, czy działa.']
  for (const [i, { id, said }] of loops.entries()) await addStudyItem(tx, doerOf(adminId), set.id, { kind: 'recovery', subjectId: id, note: said === true ? learnt[i]! : 'Tu zabrakło powrotu z odpowiedzią.' })
}
