import type { Status } from '@kontuar/contracts'

/** By key; a category's name means its default status, as the server reads it. */
export const statusNamed = (statuses: readonly Status[], wish: string): Status | undefined =>
  statuses.find(({ key }) => key === wish) ?? statuses.find(({ category, isDefault, retired }) => category === wish && isDefault && !retired)

/** Where one may go from a status: what its `next` allows, without what is retired, and the status itself. */
export function nextStatuses(statuses: readonly Status[], key: string): readonly Status[] {
  const now = statuses.find((status) => status.key === key)
  return statuses.filter((status) => status.key === key || (!status.retired && (now?.next === null || now === undefined || now.next.includes(status.key))))
}
