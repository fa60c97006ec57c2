// In which order the tickets of a queue are taken: urgent ones first, then what is due first, what came first, or by priority.
// Three values and the id, so that one comparison goes on where the last page ended.

/** @param ticket alias of a ticket @param order an expression: due, oldest or priority */
export const orderOfWork = (ticket: string, order: string): [string, string, string] => [
  `case when ${order} = 'priority' then array_position(array['urgent', 'high', 'normal', 'low'], ${ticket}.priority) else (${ticket}.priority <> 'urgent')::int end`,
  `case when ${order} = 'due' then coalesce(${ticket}.due_at, 'infinity') else ${ticket}.queued_at end`,
  `${ticket}.queued_at`,
]

/** Nobody's, and ready to be worked at. */
export const waitsForOwner = (ticket: string): string => `${ticket}.assignee_id is null and ${ticket}.status_category in ('new', 'open')`
