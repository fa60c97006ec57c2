// What the addresses of reports say. Anybody may have typed one: what makes no sense is left out.
import type { ReportPeriod, ReportSending } from '@kontuar/contracts'

export const reportPeriods = ['yesterday', 'last-7-days', 'last-28-days', 'last-week', 'last-month', 'last-quarter', 'this-week', 'this-month'] as const satisfies readonly ReportPeriod[]
export const sendingStates = ['planned', 'making', 'made', 'sending', 'sent', 'uncertain', 'failed', 'paused', 'bounced', 'stopped', 'nothing'] as const satisfies readonly ReportSending['state'][]

/** `for`: whose figures, by the key of a scope. `rows`: the number whose rows stand open; what it holds is looked at by whoever shows them. */
export interface ReportSearch { for?: string; period?: ReportPeriod; rows?: object }
export interface LedgerSearch { reportId?: string; state?: ReportSending['state'] }

const among = <T extends string>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)
const short = (given: unknown, most: number): string | undefined => (typeof given === 'string' && given !== '' ? given.slice(0, most) : undefined)

export function readReportSearch(given: Record<string, unknown>): ReportSearch {
  const [scope, period, rows] = [short(given['for'], 200), among(reportPeriods, given['period']), given['rows']]
  return { ...(scope !== undefined && { for: scope }), ...(period !== undefined && { period }), ...(typeof rows === 'object' && rows !== null && { rows }) }
}

export function readLedgerSearch(given: Record<string, unknown>): LedgerSearch {
  const [reportId, state] = [short(given['reportId'], 40), among(sendingStates, given['state'])]
  return { ...(reportId !== undefined && { reportId }), ...(state !== undefined && { state }) }
}
