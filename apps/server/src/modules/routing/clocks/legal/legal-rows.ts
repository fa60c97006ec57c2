// Rows of legal_deadline.
import type { Tx } from '../../../../platform/db/database.ts'
import { msOf } from '../keep/read-histories.ts'
import type { LegalTerm } from './count-term.ts'

/** What the law says of a complaint. Instants are epoch milliseconds, days YYYY-MM-DD. */
export interface LegalTermRow { basis_code: string; basis_version: number; received_on: string; last_day: string; due_at: number; internal_day: string | null; internal_due_at: number | null }
export interface LegalRow extends LegalTermRow {
  ticket_id: string
  /** The ticket that brought it by being merged; null: it is the ticket's own. `own_term` is the own one it took the place of. */
  brought_by: string | null; own_term: LegalTermRow | null
  answered_at: number | null; answer_interaction_id: string | null; next_reminder_at: number | null; reminded: number
}
export interface StoredLegalRow extends LegalRow { remind_days: number[] }
export interface BasisRow { code: string; version: number; name: string; term: LegalTerm; internal_target: LegalTerm | null; remind_days: number[]; valid_from: string; consequence: string; source: string; source_url: string; retired: boolean }

export const readLegalRows = (tx: Tx, ticketIds: readonly string[]) => tx.query<StoredLegalRow>(
  `select d.ticket_id, d.basis_code, d.basis_version, d.received_on::text, d.last_day::text, d.internal_day::text, d.answer_interaction_id, d.reminded, d.brought_by, d.own_term,
     ${['due_at', 'internal_due_at', 'answered_at', 'next_reminder_at'].map((c) => `${msOf(`d.${c}`)} as ${c}`).join(', ')}, b.remind_days
   from legal_deadline d join legal_basis b on b.org_id = d.org_id and b.code = d.basis_code and b.version = d.basis_version where d.org_id = $1 and d.ticket_id = any ($2)`, [tx.orgId, ticketIds], 'legal-rows')

/** All versions, oldest first. */
export const readBases = (tx: Tx, codes: readonly string[]) => tx.query<BasisRow>(
  `select code, version, name, term, internal_target, remind_days, valid_from::text, consequence, source, source_url, retired_at is not null as retired
   from legal_basis where org_id = $1 and code = any ($2) order by code, version`, [tx.orgId, codes], 'legal-bases-of-code')

/** The law as it stood on the day of receipt. */
export const basisOn = (versions: readonly BasisRow[], code: string, receivedOn: string) => versions.findLast((b) => b.code === code && b.valid_from <= receivedOn)

export const termOf = ({ basis_code, basis_version, received_on, last_day, due_at, internal_day, internal_due_at }: LegalTermRow): LegalTermRow => ({ basis_code, basis_version, received_on, last_day, due_at, internal_day, internal_due_at })

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Writes each row as it is given. */
export async function writeLegalRows(tx: Tx, rows: readonly LegalRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into legal_deadline (org_id, ticket_id, basis_code, basis_version, received_on, last_day, due_at, internal_day, internal_due_at, answered_at, answer_interaction_id, next_reminder_at, reminded, brought_by, own_term)
     select $1, d.ticket_id, d.basis_code, d.basis_version, d.received_on, d.last_day, d.due_at, d.internal_day, d.internal_due_at, d.answered_at, d.answer_interaction_id, d.next_reminder_at, d.reminded, d.brought_by, d.own_term
     from json_to_recordset($2) d (ticket_id uuid, basis_code text, basis_version integer, received_on date, last_day date, due_at timestamptz, internal_day date, internal_due_at timestamptz,
       answered_at timestamptz, answer_interaction_id uuid, next_reminder_at timestamptz, reminded integer, brought_by uuid, own_term jsonb)
     on conflict (org_id, ticket_id) do update set basis_code = excluded.basis_code, basis_version = excluded.basis_version, received_on = excluded.received_on, last_day = excluded.last_day, due_at = excluded.due_at,
       internal_day = excluded.internal_day, internal_due_at = excluded.internal_due_at, answered_at = excluded.answered_at, answer_interaction_id = excluded.answer_interaction_id,
       next_reminder_at = excluded.next_reminder_at, reminded = excluded.reminded, brought_by = excluded.brought_by, own_term = excluded.own_term`,
    [tx.orgId, JSON.stringify(rows.map((r) => ({ ...r, due_at: iso(r.due_at), internal_due_at: iso(r.internal_due_at), answered_at: iso(r.answered_at), next_reminder_at: iso(r.next_reminder_at) })))], 'write-legal-rows')
}
