// Tells subscribers of the events of many transactions at once. Each event leaves `event_waiting` in the transaction that does what follows of
// it: a process killed in between has done neither.
import { setTimeout as pause } from 'node:timers/promises'
import { listenTo } from '../db/listen.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Event } from '../events.ts'
import type { Log } from '../log.ts'
import type { SubscriberTogether } from './define.ts'
import { workThrough } from './work-through.ts'

/** A fraction of a second of work: so long others wait for what this transaction holds. */
export const eventsAtOnce = 100
/** Between two rounds: under load more come together, and nobody looks at numbers quicker than that. */
const beatMs = 150
/** A notification may be lost with its connection; nothing else may. */
const lookMs = 1000

interface Taking { db: Database; log: Log; subscribers: readonly SubscriberTogether[] }

/** Everything that is due. Answers how many events were taken. */
export async function takeWaiting({ db, log, subscribers }: Taking): Promise<number> {
  let taken = 0
  for (const { org_id: orgId, subscriber: name } of await db.query<{ org_id: number; subscriber: string }>('select * from waiting_for_events()', [], 'waiting-for-events')) {
    const subscriber = subscribers.find((s) => s.name === name)
    if (subscriber === undefined) log.warn({ orgId, subscriber: name }, 'events wait for a subscriber that this version does not know')
    else taken += await takeAll(db, log, orgId, subscriber)
  }
  return taken
}

const takeAll = (db: Database, log: Log, orgId: number, subscriber: SubscriberTogether): Promise<number> => workThrough<{ event_id: string; attempts: number }>({
  atOnce: eventsAtOnce,
  together: () => db.write(orgId, (tx) => tell(tx, subscriber)),
  due: () => db.read(orgId, (tx) => tx.query(`select event_id, attempts from event_waiting where org_id = $1 and subscriber = $2 and due_at <= clock_timestamp() order by event_id limit ${eventsAtOnce}`, [orgId, subscriber.name], 'due-events')),
  alone: ({ event_id: eventId }) => db.write(orgId, (tx) => tell(tx, subscriber, eventId)),
  putOff: ({ event_id: eventId }, minutes) => db.write(orgId, (tx) => tx.query(`update event_waiting set attempts = least(attempts + 1, 30), due_at = clock_timestamp() + $4 * interval '1 minute' where org_id = $1 and subscriber = $2 and event_id = $3`, [orgId, subscriber.name, eventId, minutes], 'put-off-event')),
  failedTogether: (error) => log.warn({ orgId, subscriber: subscriber.name, err: error }, 'a subscriber could not be told of several events together, each is tried alone'),
  failedAlone: ({ event_id: eventId }, error) => log.error({ orgId, subscriber: subscriber.name, eventId, err: error }, 'a subscriber could not be told of an event, will be tried again'),
})

async function tell(tx: Tx, { name, handle }: SubscriberTogether, id: string | null = null): Promise<number> {
  const rows = await tx.query<Omit<Event, 'at'> & { at: Date }>(
    `with taken as (
       delete from event_waiting w using (select event_id from event_waiting where org_id = $1 and subscriber = $2 and due_at <= clock_timestamp() and ($3::uuid is null or event_id = $3) order by event_id limit ${eventsAtOnce} for update skip locked) t
       where w.org_id = $1 and w.subscriber = $2 and w.event_id = t.event_id returning w.event_id)
     select e.id, e.name, e.ids, e.detail, e.at from taken join event e on e.org_id = $1 and e.id = taken.event_id order by e.id`, [tx.orgId, name, id], 'take-waiting-events')
  if (rows.length > 0) await handle(tx, rows.map((row) => ({ ...row, at: row.at.toISOString() })))
  return rows.length
}

/** Takes whenever something was published, in beats. @param ownerUrl a connection of its own listens there */
export async function startTaking(taking: Taking, ownerUrl: string): Promise<{ stop(): Promise<void> }> {
  let stopped = false
  let wanted = true
  let running: Promise<void> | null = null
  const take = async () => {
    while (wanted && !stopped) {
      wanted = false
      await takeWaiting(taking).catch((error: unknown) => taking.log.warn({ err: error }, 'events that wait could not be taken, will try again'))
      await pause(beatMs)
    }
    running = null
  }
  const wake = () => {
    wanted = true
    running ??= take()
  }
  const listening = await listenTo(ownerUrl, 'kontuar-events', ['kontuar_live'], { heard: wake, opened: wake })
  const timer = setInterval(wake, lookMs)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await listening.stop()
      await running
    },
  }
}
