// Loops as a report tells them: those opened in its period, the lowest scores first, and what became of the answers it quotes. Fills ports of reports (app/ports.ts).
import type { Locale, Recovery, ReportLoopLine } from '@kontuar/contracts'
import { shapeName } from '../../platform/db/shape-name.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recoveryJoins, stateSql } from './reading/recovery-row.ts'

interface Asked { from: Date; to: Date; scope: { dimension: 'location' | 'team' | 'staff'; ids: readonly string[] } | null; limit: number; language: Locale }
interface Row { id: string; opened_at: Date; customer_name: string; score: number | null; scale_max: number | null; state: Recovery['state']; owner_name: string | null; cause_name: string | null; remedy: string; contacted_at: Date | null; recovered: boolean | null }

const states: Readonly<Record<Locale, Readonly<Record<Recovery['state'], string>>>> = {
  pl: { 'open': 'czeka na\u00a0kontakt', 'contacted': 'w\u00a0toku', 'closed': 'zamknięta', 'asked': 'zapytano klienta', 'recovered': 'klient odzyskany', 'not-recovered': 'klient nieodzyskany' },
  ru: { 'open': 'ждёт связи', 'contacted': 'в\u00a0работе', 'closed': 'закрыто', 'asked': 'клиента спросили', 'recovered': 'клиент возвращён', 'not-recovered': 'клиента вернуть не\u00a0удалось' },
  en: { 'open': 'waits for a contact', 'contacted': 'in progress', 'closed': 'closed', 'asked': 'customer was asked', 'recovered': 'customer won back', 'not-recovered': 'customer not won back' },
}

/** @param tx held to what the reader may see: of a hidden ticket the loop is hidden too */
export async function readLoops(tx: Tx, { from, to, scope, limit, language }: Asked): Promise<{ items: ReportLoopLine[]; more: number }> {
  const values: unknown[] = [tx.orgId, from, to, limit]
  const held = scope === null ? '' : ` and r.${scope.dimension}_id = any ($${values.push(scope.ids)}::uuid[])`
  const where = `r.org_id = $1 and r.opened_at >= $2 and r.opened_at < $3 and r.closed_as is distinct from 'mistaken'${held} and (r.ticket_id is null or exists (select from ticket v where v.org_id = r.org_id and v.id = r.ticket_id))`
  const text = `select r.id, r.opened_at, c.name as customer_name, a.score, a.scale_max, ${stateSql} as state, o.name as owner_name, k.name as cause_name, r.remedy, r.contacted_at, r.recovered
    from recovery r ${recoveryJoins} where ${where} order by (a.score - a.scale_min)::float8 / nullif(a.scale_max - a.scale_min, 0) nulls last, r.opened_at, r.id limit $4`
  const rows = await tx.query<Row>(text, values, shapeName('report-loops', text))
  const counting = `select count(*)::int as n from recovery r where ${where} and $4::int is not null`
  const [all] = await tx.query<{ n: number }>(counting, values, shapeName('count-report-loops', counting))
  return {
    more: Math.max(0, all!.n - rows.length),
    items: rows.map((r) => ({ id: r.id, openedAt: r.opened_at.toISOString(), customerName: r.customer_name, score: r.score, scaleMax: r.scale_max, state: states[language][r.state], ownerName: r.owner_name, causeName: r.cause_name, remedy: r.remedy, contactedAt: r.contacted_at?.toISOString() ?? null, recovered: r.recovered })),
  }
}

/**
 * What became of low answers, by answer; one without a loop, or whose loop was a mistake, is missing.
 * @param tx held to what the reader may see
 */
export async function readLoopsOfAnswers(tx: Tx, answerIds: readonly string[], language: Locale): Promise<Map<string, { recoveryId: string; becameOf: string }>> {
  if (answerIds.length === 0) return new Map()
  const rows = await tx.query<{ id: string; answer_id: string; state: Recovery['state'] }>(
    `select r.id, r.answer_id, ${stateSql} as state from recovery r ${recoveryJoins}
     where r.org_id = $1 and r.answer_id = any ($2) and r.closed_as is distinct from 'mistaken' and (r.ticket_id is null or exists (select from ticket v where v.org_id = r.org_id and v.id = r.ticket_id))`, [tx.orgId, answerIds], 'loops-of-answers')
  return new Map(rows.map((r) => [r.answer_id, { recoveryId: r.id, becameOf: states[language][r.state] }]))
}
