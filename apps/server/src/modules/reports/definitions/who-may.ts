// Who may look at a report, and at whose numbers in it; who may change it.
import type { ReportScope } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import type { Company } from '../receivers/company.ts'
import { resolveReceivers } from '../receivers/resolve-receivers.ts'
import { ownScopes, scopesOf } from '../receivers/scopes.ts'
import type { ReportRow } from './report-row.ts'

type Asker = Pick<Actor, 'staffId' | 'permissions' | 'access'>

/** Who composes reports and sees everything may look at each; who sees some places only is master of their own. */
export const mayChange = ({ staffId, permissions, access }: Asker, row: Pick<ReportRow, 'owner_id'>): boolean => permissions.has('report.manage') && (access === 'everything' || row.owner_id === staffId)

export function refuseChange(actor: Asker, row: ReportRow): void {
  if (!mayChange(actor, row)) throw new Refusal('not-allowed', 'This report is somebody else’s: compose one of your own, or ask somebody who sees everything to change it.')
}

/** The scopes somebody gets by being a recipient; null among them: of the whole organization. */
function received(company: Company, row: ReportRow, staffId: string): (ReportScope | null)[] {
  if (!row.active) return []
  return resolveReceivers(company, row.definition.personal, row.recipients).receivers.filter((r) => r.staffId === staffId).map((r) => r.scope)
}

export const maySee = (actor: Asker, row: ReportRow, company: Company): boolean => mayChange(actor, row) || received(company, row, actor.staffId).length > 0

/** @throws Refusal `not-found` */
export function refuseSight(actor: Asker, row: ReportRow | null, company: Company): asserts row is ReportRow {
  if (row === null || !maySee(actor, row, company)) throw notFound('report')
}

/** Whose numbers somebody may open it for; `whole`: of the organization, too. */
export function openScopes(actor: Asker, row: ReportRow, company: Company): { scopes: ReportScope[]; whole: boolean } {
  const { personal } = row.definition
  if (personal === 'nobody') return { scopes: [], whole: true }
  if (mayChange(actor, row) && actor.access === 'everything') return { scopes: scopesOf(company, personal), whole: true }
  const own = received(company, row, actor.staffId)
  return { scopes: own.filter((scope) => scope !== null), whole: own.includes(null) }
}

/** The scope asked for; left out: one's own, else of the whole. @throws Refusal `not-found` for what is not theirs to see */
export function takeScope(actor: Asker, row: ReportRow, company: Company, key: string | undefined): ReportScope | null {
  const { scopes, whole } = openScopes(actor, row, company)
  if (key !== undefined && key !== '') {
    const scope = scopes.find((s) => s.key === key)
    if (scope === undefined) throw notFound('part of this report')
    return scope
  }
  const own = new Set(ownScopes(company, row.definition.personal, actor.staffId).map((s) => s.key))
  const first = scopes.find((s) => own.has(s.key)) ?? (whole ? null : scopes[0])
  if (first === undefined) throw notFound('part of this report')
  return first
}
