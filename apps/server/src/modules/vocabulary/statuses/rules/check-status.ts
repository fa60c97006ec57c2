// What the statuses of an organization must always be: in each category one default in use, so that a ticket can
// always be new, worked on, waiting and closed; and nothing that names a status leads nowhere.
import { Refusal } from '../../../../platform/http/refusal.ts'
import { refuseTakenName } from '../../rules/name.ts'
import type { StatusRow } from '../queries.ts'

const mostStatuses = 100

/**
 * @param all as they are before the change
 * @param before null: the status is new
 * @throws Refusal when `after` may not stand among them.
 */
export function checkStatus(all: readonly StatusRow[], before: StatusRow | null, after: StatusRow): void {
  const others = all.filter((s) => s.key !== after.key)
  if (before === null && all.length >= mostStatuses) throw new Refusal('cannot-do', `There are ${mostStatuses} statuses already: change one of them instead.`)
  if (!after.retired) refuseTakenName('status', after.name, others)
  if (after.retired && !before?.retired) refuseRetiring(others, before ?? after)
  if (after.isDefault && after.retired) throw new Refusal('cannot-do', 'A retired status cannot be the default: bring it back first.', { isDefault: 'is retired' })
  checkNamed([...others, after], 'next', after.next ?? [], before?.next ?? [])
  checkNamed([...others, after], 'onCustomerMessage', after.onCustomerMessage === null ? [] : [after.onCustomerMessage], [before?.onCustomerMessage ?? ''])
  const taken = others.find((s) => s.key === after.onCustomerMessage)
  if (taken?.category === 'closed' && after.category !== 'closed') {
    throw new Refusal('cannot-do', `A message of the customer must not close the ticket: choose a status that is not closed instead of "${taken.name}".`, { onCustomerMessage: 'is closed' })
  }
}

function refuseRetiring(others: readonly StatusRow[], status: StatusRow) {
  if (!others.some((s) => s.category === status.category && !s.retired)) {
    throw new Refusal('cannot-do', `"${status.name}" is the last status of the category ${status.category}: add another before retiring it.`, { retired: 'is the last of its category' })
  }
  if (status.isDefault) throw new Refusal('cannot-do', `"${status.name}" is the default of the category ${status.category}: make another the default before retiring it.`, { retired: 'is the default' })
  const stranded = others.find((s) => !s.retired && s.next?.includes(status.key) && !s.next.some((key) => others.some((o) => o.key === key && !o.retired && o.key !== s.key)))
  if (stranded) throw new Refusal('cannot-do', `From "${stranded.name}" a ticket can only go to "${status.name}": allow it another way before retiring this one.`, { retired: `is the only way from ${stranded.key}` })
}

/** What was named before may be retired by now and stay named. */
function checkNamed(all: readonly StatusRow[], field: 'next' | 'onCustomerMessage', named: readonly string[], namedBefore: readonly string[]) {
  for (const key of named) {
    const status = all.find((s) => s.key === key)
    if (status === undefined) throw new Refusal('invalid-input', `There is no status with the key "${key}": choose among the statuses in use.`, { [field]: 'names an unknown status' })
    if (status.retired && !namedBefore.includes(key)) throw new Refusal('invalid-input', `The status "${status.name}" is retired: choose one in use.`, { [field]: 'names a retired status' })
  }
}
