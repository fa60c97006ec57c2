// Recipients as keys of a list to choose from, and back. Pure.
import { parts, roles, type Part, type Recipient, type Role } from '@kontuar/contracts'

export function keyOf(recipient: Recipient): string {
  switch (recipient.to) {
    case 'role': return `role:${recipient.role}`
    case 'team-of': return `team:${recipient.teamId}`
    case 'staff': return `staff:${recipient.staffId}`
    default: return `part:${recipient.to}`
  }
}

export function recipientOf(key: string): Recipient | null {
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
  if (kind === 'role' && roles.includes(id as Role)) return { to: 'role', role: id as Role }
  if (kind === 'team' && id !== '') return { to: 'team-of', teamId: id }
  if (kind === 'staff' && id !== '') return { to: 'staff', staffId: id }
  return kind === 'part' && parts.includes(id as Part) ? { to: id as Part } : null
}
