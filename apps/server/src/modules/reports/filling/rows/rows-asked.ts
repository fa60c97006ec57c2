// What the lists of a report are asked beside its figures: the same filter and scope, and only what its reader may see.
import type { Conditions, ReportScope } from '@kontuar/contracts'

export interface RowsAsked {
  from: Date
  to: Date
  zone: string
  where: Conditions | null
  scope: ReportScope | null
  limit: number
  /** Each of them must be allowed to see the ticket, besides whom the transaction is held to. */
  seenBy: readonly string[]
  now: Date
}

export type Bind = (value: unknown) => string

/** SQL: a row of these columns belongs to the scope. A ticket has no team but that of its owner. */
export function inScope(scope: ReportScope | null, columns: { location: string; staff: string; team?: string }, bind: Bind): string {
  if (scope === null) return 'true'
  const ids = `${bind(scope.ids)}::uuid[]`
  switch (scope.by) {
    case 'location': case 'region': return `${columns.location} = any (${ids})`
    case 'staff': return `${columns.staff} = any (${ids})`
    case 'team': return columns.team === undefined ? `exists (select from team_member m where m.org_id = $1 and m.staff_id = ${columns.staff} and m.team_id = any (${ids}))` : `${columns.team} = any (${ids})`
  }
}

export const seenByAll = (ticket: string, { seenBy }: RowsAsked, bind: Bind): string => (seenBy.length === 0 ? 'true' : seenBy.map((id) => `may_see_ticket(${bind(id)}::uuid, ${ticket})`).join(' and '))
