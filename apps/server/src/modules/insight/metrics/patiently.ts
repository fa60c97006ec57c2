import { Refusal } from '../../../platform/http/refusal.ts'

/** PostgreSQL's query_canceled: the statement took longer than a report may (platform/db, `reportMs`). */
export const isCanceled = (error: unknown): boolean => (error as { code?: unknown }).code === '57014'

export const tooMuch = () => new Refusal('cannot-do', 'This question reads too many facts one by one to be answered at once: ask for fewer days, or filter by one dimension alone (or by a location and its channel or queue), of which sums are kept.')

/** @throws Refusal `cannot-do` for what reads too far */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw isCanceled(error) ? tooMuch() : error
  }
}
