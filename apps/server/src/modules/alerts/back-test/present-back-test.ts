// A back-test as it is shown: with the words of customers and the names of tickets, read now and under the reader's own sight.
import type { AlertBackTest } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { placeNameOf, readPlaceNames } from '../life/place-names.ts'
import type { KeptResult } from './result-of.ts'

export interface BackTestRow { id: string; state: AlertBackTest['state']; done: number; detail: string | null; result: KeptResult | null; created_at: Date }

export async function presentBackTest(tx: Tx, row: BackTestRow, now = new Date()): Promise<AlertBackTest> {
  const elapsed = (now.getTime() - row.created_at.getTime()) / 1000
  return {
    id: row.id, state: row.state, done: row.done, detail: row.detail, secondsLeft: row.state === 'running' && row.done > 0.02 ? Math.max(0, Math.round(elapsed / row.done - elapsed)) : null,
    result: row.result === null ? null : await presentResult(tx, row.result),
  }
}

async function presentResult(tx: Tx, result: KeptResult): Promise<NonNullable<AlertBackTest['result']>> {
  const [places, excerpts, names] = [await readPlaceNames(tx, result.items.map(({ why }) => why)), await readExcerpts(tx, result.items), await readIncidentNames(tx, [...result.incidents.caught, ...result.incidents.missed])]
  const named = <I extends { what: string; id: string }>(incident: I) => ({ ...incident, name: names.get(`${incident.what} ${incident.id}`) ?? '' })
  return {
    ...result, heardSince: result.heardSince ?? null, leftOut: result.leftOut ?? 0, items: result.items.map((item) => ({ ...item, place: placeNameOf(item.why, places), excerpt: excerpts.get(item.answerId ?? item.interactionId ?? '') ?? null })),
    incidents: { caught: result.incidents.caught.map((i) => ({ ...named(i), hoursBefore: i.hoursBefore! })), missed: result.incidents.missed.map(named) },
  }
}

const excerptLength = 160

async function readExcerpts(tx: Tx, items: KeptResult['items']): Promise<Map<string, string>> {
  const [answers, entries] = [items.flatMap((i) => i.answerId ?? []), items.flatMap((i) => (i.answerId === null ? i.interactionId ?? [] : []))]
  const rows = await tx.query<{ id: string; text: string }>(
    `select a.id, left(a.comment, ${excerptLength}) as text from answer a where a.org_id = $1 and a.id = any ($2) and a.comment is not null
     union all select i.id, left(coalesce(i.by_hand->>'request', nullif(i.text, ''), i.subject), ${excerptLength}) from interaction i where i.org_id = $1 and i.id = any ($3)`, [tx.orgId, answers, entries], 'excerpts-of-back-test')
  return new Map(rows.map((r) => [r.id, r.text]))
}

/** Tickets by number and subject, opinions by their score, warnings by their kind. */
async function readIncidentNames(tx: Tx, incidents: readonly { what: string; id: string }[]): Promise<Map<string, string>> {
  const ids = (what: string) => incidents.flatMap((i) => (i.what === what ? [i.id] : []))
  const rows = await tx.query<{ what: string; id: string; name: string }>(
    `select 'complaint' as what, t.id, '#' || t.number || ' ' || t.subject as name from ticket t where t.org_id = $1 and t.id = any ($2)
     union all select 'lost-opinion', a.id, concat_ws(' · ', s.name, a.score::text, left(a.comment, 80)) from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id where a.org_id = $1 and a.id = any ($3)
     union all select 'warning', w.id, w.kind from warning w where w.org_id = $1 and w.id = any ($4)`, [tx.orgId, ids('complaint'), ids('lost-opinion'), ids('warning')], 'names-of-incidents')
  return new Map(rows.map((r) => [`${r.what} ${r.id}`, r.name]))
}
