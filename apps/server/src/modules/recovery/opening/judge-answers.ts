/*
 * A low score opens a loop, once, with everything as it was when it was given. An answer that is low no more, or was taken back, closes it as
 * a mistake while nobody has worked on it; afterwards the loop stays and says so. All is decided by what the answer says now, so that late,
 * doubled and reordered events end the same.
 */
import type { RecoverySettings } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { notify } from '../../notifications/index.ts'
import { businessClock, changeTask, createTask } from '../../routing/index.ts'
import { deriveReached } from '../reaching/derive-reached.ts'
import { deriveComingBack } from '../coming-back/derive-coming-back.ts'
import { appendHistory, entryOf, type HistoryEntry } from '../history.ts'
import { publishRecovery } from '../publish-recovery.ts'
import { readRecoverySettings } from '../settings/recovery-settings.ts'
import { whoIsMeant } from './answer-fields.ts'
import { ownerOf } from './owner-of.ts'
import { readLowAnswers, type LowAnswer } from './read-low-answers.ts'
import { taskTitle } from './task-words.ts'
import { tellUnusable } from './tell-unusable.ts'

/** Tagging an answer of last year wakes nobody. */
const freshDays = 30
const dayMs = 86_400_000

interface Known { id: string; answer_id: string; customer_id: string; ticket_id: string | null; task_id: string | null; closed_at: Date | null; closed_by: string | null; closed_as: string | null; contacted_at: Date | null; cause_id: string | null; remedy: string; history: HistoryEntry[] }

export async function judgeAnswers(tx: Tx, answerIds: readonly string[], now: Date = new Date()): Promise<void> {
  const answers = await readLowAnswers(tx, [...new Set(answerIds)])
  if (answers.length === 0) return
  const known = new Map((await lockOfAnswers(tx, answers.map((a) => a.id))).map((k) => [k.answer_id, k]))
  const { settings, onSince, savedAt } = await readRecoverySettings(tx)
  const meant = whoIsMeant(settings.where, await timeZoneOf(tx))
  for (const answer of answers) {
    const loop = known.get(answer.id)
    if (loop !== undefined) await bringInLine(tx, answer, loop)
    else if (answer.low && !answer.second_question && settings.on && answer.at.getTime() >= Math.max(onSince, now.getTime() - freshDays * dayMs) && meant.holds(answer)) {
      await open(tx, answer, settings, now)
      if (!meant.isUsable && savedAt !== null) await tellUnusable(tx, savedAt)
    }
  }
}

const lockOfAnswers = (tx: Tx, answerIds: readonly string[]) => tx.query<Known>(
  `select id, answer_id, customer_id, ticket_id, task_id, closed_at, closed_by, closed_as, contacted_at, cause_id, remedy, history from recovery where org_id = $1 and answer_id = any ($2) order by id for update`, [tx.orgId, answerIds], 'lock-recoveries-of-answers')

async function bringInLine(tx: Tx, answer: LowAnswer, loop: Known): Promise<void> {
  if (!answer.low && loop.closed_at === null) {
    if (isUntouched(loop)) {
      await tx.query(`update recovery set closed_at = now(), closed_by = null, closed_as = 'mistaken' where org_id = $1 and id = $2`, [tx.orgId, loop.id], 'close-mistaken-recovery')
      await appendHistory(tx, loop.id, entryOf('mistaken', null))
      await moveTask(tx, loop, true)
    } else if (loop.history.findLast((h) => h.what === 'answer-changed' || h.what === 'low-again')?.what === 'answer-changed') return
    else await appendHistory(tx, loop.id, entryOf('answer-changed', null))
  } else if (answer.low && loop.closed_as === 'mistaken' && loop.closed_by === null) {
    await tx.query('update recovery set closed_at = null, closed_as = null where org_id = $1 and id = $2', [tx.orgId, loop.id], 'low-again-recovery')
    await appendHistory(tx, loop.id, entryOf('low-again', null))
    await moveTask(tx, loop, false)
  } else return
  await deriveComingBack(tx, [loop.customer_id])
  publishRecovery(tx, 'recovery.recoveryChanged', loop)
}

/** The task goes with its loop: nobody calls a customer who never was unhappy. One that a person has finished stays finished. */
async function moveTask(tx: Tx, { task_id: taskId }: Known, done: boolean): Promise<void> {
  const [task] = taskId === null ? [] : await tx.query<{ by_person: boolean }>('select done_by is not null as by_person from task where org_id = $1 and id = $2', [tx.orgId, taskId], 'who-finished-task')
  if (task?.by_person === false) await changeTask(tx, null, taskId!, { done })
}

/** What the program did itself is no work of anybody. */
const isUntouched = (loop: Known): boolean => loop.contacted_at === null && loop.cause_id === null && loop.remedy === '' && loop.history.every((h) => h.by === null)

async function open(tx: Tx, answer: LowAnswer, settings: RecoverySettings, now: Date): Promise<void> {
  const clock = await businessClock(tx, settings.calendarId)
  const due = (hours: number) => new Date(clock.add(answer.at.getTime(), Math.round(hours * 3_600_000)))
  const owner = await ownerOf(tx, settings.owners, answer)
  const loop = { id: newId(), answer_id: answer.id, customer_id: answer.customer_id!, ticket_id: answer.ticket_id }
  const opened = await tx.query(
    `insert into recovery (org_id, id, answer_id, customer_id, ticket_id, location_id, queue_id, team_id, staff_id, reason_id, survey_id, channel, owner_id, because, opened_at, reach_due_at, due_at, history)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict (org_id, answer_id) do nothing returning id`,
    [tx.orgId, loop.id, answer.id, loop.customer_id, answer.ticket_id, answer.location_id, answer.queue_id, answer.team_id, answer.staff_id, answer.reason_id, answer.survey_id, answer.channel, owner?.staffId ?? null, JSON.stringify(owner?.because ?? { code: 'nobody-else' }),
      answer.at, soonEnough(due(settings.reachHours)), soonEnough(due(settings.closeHours)), JSON.stringify([entryOf('opened', null, undefined, now)])], 'insert-recovery')
  // Another worker was told of the same answer at the same moment.
  if (opened.length === 0) return
  await deriveReached(tx, [loop.customer_id])
  await deriveComingBack(tx, [loop.customer_id])
  if (settings.makesTask) await makeTask(tx, loop, answer, settings, owner)
  if (owner !== null) await notify(tx, [{ staffId: owner.staffId, kind: 'recovery', dedupeKey: `recovery:${loop.id}`, ticketId: answer.ticket_id, detail: { recoveryId: loop.id, answerId: answer.id } }], now)
  publishRecovery(tx, 'recovery.recoveryOpened', loop)
}

/** A calendar that never opens again promises nothing. */
const soonEnough = (at: Date): Date | null => (at.getTime() < Date.UTC(9000, 0) ? at : null)

async function makeTask(tx: Tx, loop: { id: string; customer_id: string }, answer: LowAnswer, settings: RecoverySettings, owner: { staffId: string; locale: 'pl' | 'ru' | 'en' } | null): Promise<void> {
  const [named] = await tx.query<{ name: string; locale: 'pl' | 'ru' | 'en' }>('select c.name, o.locale from customer c join org o on o.id = c.org_id where c.org_id = $1 and c.id = $2', [tx.orgId, loop.customer_id], 'customer-of-recovery')
  const task = { kind: 'call-back' as const, title: taskTitle(owner?.locale ?? named!.locale, named!.name), at: answer.at, origin: 'recovery', source: { kind: 'recovery' as const, id: loop.id }, customerId: loop.customer_id, ticketId: answer.ticket_id, ownerId: owner?.staffId ?? null, createdBy: null }
  const taskId = await createTask(tx, { ...task, locationId: answer.location_id, dueIn: { hours: settings.reachHours, calendarId: settings.calendarId } })
    // A place retired meanwhile, or a calendar without open hours, must not keep the loop from opening; the task then says less.
    .catch((error: unknown) => { if (error instanceof Refusal) return createTask(tx, task); throw error })
  await tx.query('update recovery set task_id = $3 where org_id = $1 and id = $2', [tx.orgId, loop.id, taskId], 'task-of-recovery')
}
