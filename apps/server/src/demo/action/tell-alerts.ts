/*
 * Rules of alert, and what they told of in the last fortnight: what came then is judged by the program itself in the order in which it came.
 * Who was told by mail of what is over stands in the ledger as sent then; what is fresh is told when the program runs.
 */
import type { NewAlertRule } from '@kontuar/contracts'
import { acknowledgeAlert, createAlertRule, judgeEvents, makeAlertTask, readyMadeRules, resolveAlert } from '../../modules/alerts/index.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { newId } from '../../platform/id.ts'
import type { Chance } from '../chance.ts'
import { deskHours } from '../days.ts'
import { endings } from './words.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const watchedDays = 14
/** What is younger waits for somebody, and is told by the program as it runs. */
const freshHours = 20

export interface AlertGround { doerOf(staffId: string): Actor; adminId: string; chance: Chance; now: number }

/** @param db that may write into the past, and tells no subscriber */
export async function tellAlerts(db: Database, orgId: number, ground: AlertGround): Promise<void> {
  const { doerOf, adminId, now } = ground
  const since = new Date(now - watchedDays * day)
  const rules = await db.read(orgId, (tx) => chosenRules(tx))
  for (const rule of rules) await createAlertRule(db, doerOf(adminId), { ...rule, evenIfNoisy: true })
  await db.write(orgId, (tx) => tx.query('update alert_rule set since = $2, created_at = $2, updated_at = $2 where org_id = $1', [tx.orgId, since], 'demo-rules-since'))
  const came = await db.read(orgId, (tx) => readCame(tx, since))
  const fresh = now - freshHours * hour
  for (const { name, id, of, at } of came) {
    await db.write(orgId, async (tx) => {
      await judgeEvents(tx, [{ id: newId(), name, at: at.toISOString(), ids: { [of]: id }, detail: {} }], at)
      // In the same breath: the worker of today must not tell it once more.
      if (at.getTime() < fresh) await wasTold(tx)
    })
  }
  const alerts = await db.read(orgId, (tx) => tx.query<{ id: string; at: number; told: string | null }>(
    `select a.id, (extract(epoch from a.last_at) * 1000)::float8 as at, (select d.staff_id from alert_delivery d where d.org_id = a.org_id and d.alert_id = a.id and d.staff_id is not null order by d.step, d.id limit 1) as told
     from alert a where a.org_id = $1 order by a.last_at desc, a.id`, [tx.orgId], 'demo-alerts'))
  for (const [i, alert] of alerts.entries()) await db.write(orgId, (tx) => livesOn(tx, alert, i, ground))
}

/** Those that suit a small company too; the loud ones of the ready-made are made quieter. */
async function chosenRules(tx: Tx): Promise<NewAlertRule[]> {
  const [low, row, important, word, , , nps, , , , warnings] = await readyMadeRules(tx, 'pl') as [NewAlertRule, NewAlertRule, NewAlertRule, NewAlertRule, ...NewAlertRule[]]
  return [
    { ...low, name: 'Bardzo niska ocena', definition: { kind: 'event', on: 'answer', where: { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'low' }, { field: 'score', operator: '<=', value: 2 }] } }, delivery: { ...low.delivery, task: null } },
    row, important, word, nps!, warnings!,
  ]
}

/** As those who listen would have been told of it. */
const readCame = (tx: Tx, since: Date) => tx.query<{ name: string; of: string; id: string; at: Date }>(
  `select 'feedback.answerTaken' as name, 'answerId' as of, id, at from answer where org_id = $1 and at > $2 and not imported
   union all select 'diary.messageReceived', 'interactionId', id, at from interaction where org_id = $1 and at > $2 and kind = 'message' and direction = 'in' and channel <> 'review'
   union all select 'diary.ticketCreated', 'ticketId', id, created_at from ticket where org_id = $1 and created_at > $2
   order by at, id`, [tx.orgId, since], 'demo-what-came')

/** What has just been entered: it left then, was read soon, and went no further up. */
async function wasTold(tx: Tx): Promise<void> {
  await tx.query(
    `update alert_delivery d set state = case when d.state = 'waiting' then 'sent' else d.state end, sent_at = case when d.state = 'waiting' then d.send_after + interval '2 seconds' else d.sent_at end, created_at = a.first_at from alert a
     where d.org_id = $1 and a.org_id = d.org_id and a.id = d.alert_id and d.created_at > a.first_at + interval '1 minute'`, [tx.orgId], 'demo-told-then')
  await tx.query('update alert_escalation set taken_at = due_at where org_id = $1 and taken_at is null', [tx.orgId], 'demo-steps-then')
  await tx.query(`update notification set read_at = at + interval '25 minutes' where org_id = $1 and kind = 'alert' and read_at is null`, [tx.orgId], 'demo-alerts-read')
}

/** Most are taken up within the hour and over within the day; of the newest some wait, and one has become a task. */
async function livesOn(tx: Tx, { id, at, told }: { id: string; at: number; told: string | null }, place: number, { doerOf, adminId, chance, now }: AlertGround): Promise<void> {
  const doer = doerOf(told ?? adminId)
  const takenAt = deskHours.add(at, Math.round(chance.wait(35, 0.8) * minute))
  if (place === 1 && now - at < 4 * day) {
    await makeAlertTask(tx, doer, id, { dueAt: new Date(deskHours.add(now, 5 * hour)).toISOString() }, new Date(Math.min(takenAt, now)))
    return
  }
  if (takenAt > now || now - at < freshHours * hour && chance.happens(0.6)) return
  await acknowledgeAlert(tx, doer, id, new Date(takenAt))
  const overAt = deskHours.add(takenAt, Math.round(chance.wait(5, 0.9) * hour))
  if (overAt > now || chance.happens(0.06)) return
  const reason = chance.weighted({ 'handled': 66, 'nothing-to-do': 12, 'false-alarm': 12, 'known': 10 })
  const { useful, notes } = endings[reason]
  const note = chance.one(notes)
  await resolveAlert(tx, doer, id, { reason, ...(note === '' ? {} : { note }), useful }, new Date(overAt))
}
