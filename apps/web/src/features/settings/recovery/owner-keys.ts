// A recipient as one word, for lists and choices: "owner", "role:manager", "staff:<id>".
import { parts, roles, type Recipient } from '@kontuar/contracts'

export const keyOfOwner = (owner: Recipient): string => (owner.to === 'role' ? `role:${owner.role}` : owner.to === 'team-of' ? `team-of:${owner.teamId}` : owner.to === 'staff' ? `staff:${owner.staffId}` : owner.to)

/** Null for what is no recipient. */
export function ownerOfKey(key: string): Recipient | null {
  const part = parts.find((each) => each === key)
  if (part !== undefined) return { to: part }
  const [to, id = ''] = key.split(':', 2)
  if (id === '') return null
  if (to === 'team-of') return { to, teamId: id }
  if (to === 'staff') return { to, staffId: id }
  const role = roles.find((each) => each === id)
  return to === 'role' && role !== undefined ? { to, role } : null
}
