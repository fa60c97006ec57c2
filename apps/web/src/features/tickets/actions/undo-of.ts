import type { TicketDetail } from '@kontuar/contracts'
import type { Patch } from './use-ticket-actions.ts'

/** The change that takes a change back; null when it cannot be (an empty subject is refused). */
export function undoOf(patch: Patch, before: Partial<TicketDetail>): Patch | null {
  const back: Record<string, unknown> = {}
  for (const name of Object.keys(patch) as (keyof Patch)[]) {
    if (name === 'addTagIds' || name === 'removeTagIds') back['tagIds'] = before.tagIds
    else if (name === 'fields') back['fields'] = Object.fromEntries(Object.keys(patch.fields ?? {}).map((id) => [id, before.fields?.[id] ?? null]))
    else back[name] = before[name]
  }
  if (back['subject'] === '' || Object.values(back).includes(undefined)) return null
  return back as Patch
}
