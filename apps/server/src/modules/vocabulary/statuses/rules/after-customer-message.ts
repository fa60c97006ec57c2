import type { StatusRow } from '../queries.ts'

/**
 * Where a message of the customer takes a ticket: where its status says, else from waiting and closed to the default
 * open status; new and open stay. Answers the key, the present one when nothing changes.
 */
export function statusAfterCustomerMessage(statuses: readonly StatusRow[], currentKey: string): string {
  const current = statuses.find((s) => s.key === currentKey)
  const named = statuses.find((s) => s.key === current?.onCustomerMessage && !s.retired)
  if (named) return named.key
  if (current?.category === 'new' || current?.category === 'open') return currentKey
  return statuses.find((s) => s.category === 'open' && s.isDefault)?.key ?? currentKey
}
