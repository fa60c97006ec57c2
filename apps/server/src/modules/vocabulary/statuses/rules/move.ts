// Where a ticket may go by hand. What the program does of itself (a customer writes, a bounce, a merge) asks nobody.
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { StatusRow } from '../queries.ts'

/** @throws Refusal `cannot-do` naming the statuses one may go to. */
export function refuseForbiddenMove(statuses: readonly StatusRow[], fromKey: string, toKey: string): void {
  const from = statuses.find((s) => s.key === fromKey)
  if (fromKey === toKey || !from?.next || from.next.includes(toKey)) return
  const allowed = statuses.filter((s) => from.next!.includes(s.key) && !s.retired && s.key !== fromKey).map((s) => `"${s.name}"`)
  const sentence = allowed.length === 0
    ? `A ticket in the status "${from.name}" stays there: the settings of the status name no next one.`
    : `From "${from.name}" a ticket can only go to ${allowed.join(', ')}.`
  throw new Refusal('cannot-do', sentence, { status: 'cannot be reached from the present one' })
}
