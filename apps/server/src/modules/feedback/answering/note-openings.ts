// That invitations were opened, and which point was clicked: noted beside them, counted as no answer.
//
// Openings that come while others are being noted go into the next transaction together, as mails do (channels/storing): hundreds of
// customers open their mail in the same second. No timer: a lone one waits for nobody, and every page waits for its own commit.
import type { Database, Tx } from '../../../platform/db/database.ts'
import { invitationChanged } from '../asking/index.ts'
import { noteSteps } from '../counting/index.ts'

export interface Opening { invitationId: string; clicked: string | null }
interface Waiting { opening: Opening; resolve(): void; reject(error: unknown): void }

const mostInBatch = 200
/** By database, since a process may hold several, in tests at least. */
const lines = new WeakMap<Database, Map<number, { waiting: Waiting[]; running: boolean }>>()

export function noteOpening(db: Database, orgId: number, opening: Opening): Promise<void> {
  const ofDatabase = lines.get(db) ?? new Map<number, { waiting: Waiting[]; running: boolean }>()
  lines.set(db, ofDatabase)
  const line = ofDatabase.get(orgId) ?? { waiting: [], running: false }
  ofDatabase.set(orgId, line)
  return new Promise((resolve, reject) => {
    line.waiting.push({ opening, resolve, reject })
    if (!line.running) void pump()
  })

  async function pump(): Promise<void> {
    line.running = true
    while (line.waiting.length > 0) {
      const batch = line.waiting.splice(0, mostInBatch)
      // What one customer clicks last is what they meant.
      const openings = [...new Map(batch.map(({ opening }) => [opening.invitationId, opening])).values()]
      await db.write(orgId, (tx) => noteOpenings(tx, openings)).then(() => batch.forEach((w) => w.resolve()), (error: unknown) => batch.forEach((w) => w.reject(error)))
    }
    line.running = false
    ofDatabase.delete(orgId)
  }
}

async function noteOpenings(tx: Tx, openings: readonly Opening[]): Promise<void> {
  // Each step counts once an invitation, also when two processes note it: the later one finds it noted. Of an anonymous survey nothing
  // of an invitation is noted finer than a day, or its hour would lead to an answer.
  const was = await tx.query<{ id: string; ticket_id: string | null; customer_id: string; anonymous: boolean; opened: boolean; clicked: boolean; chosen: boolean }>(
    `with was as (select i.id, i.ticket_id, i.customer_id, s.anonymous, i.opened_at, i.clicked_at, g.clicked, case when s.anonymous then date_trunc('day', clock_timestamp()) else clock_timestamp() end as now
       from jsonb_to_recordset($2) g ("invitationId" uuid, clicked text) join survey_invitation i on i.org_id = $1 and i.id = g."invitationId" join survey s on s.org_id = i.org_id and s.id = i.survey_id order by i.id for update of i),
     noted as (update survey_invitation i set opened_at = coalesce(i.opened_at, was.now), clicked_value = coalesce(was.clicked, i.clicked_value), clicked_at = case when was.clicked is null then i.clicked_at else was.now end
       from was where i.org_id = $1 and i.id = was.id)
     select id, ticket_id, customer_id, anonymous, opened_at is not null as opened, clicked_at is not null as clicked, clicked is not null as chosen from was`, [tx.orgId, JSON.stringify(openings)], 'note-openings')
  await noteSteps(tx, was.filter((w) => !w.opened).map((w) => w.id), 'opened')
  const clicked = was.filter((w) => !w.clicked && w.chosen)
  await noteSteps(tx, clicked.map((w) => w.id), 'clicked')
  // Of an anonymous survey nobody is told: the hour would lead to the answer.
  tx.publish(...clicked.filter((w) => !w.anonymous).map((w) => invitationChanged(w.id, w.ticket_id, w.customer_id)))
}
