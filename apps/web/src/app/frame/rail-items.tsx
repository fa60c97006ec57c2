// The places of the workspace, in the order of the rail. What does not work yet is absent.
import type { Permission } from '@kontuar/contracts'
import { IconInbox, IconMailQuestion, IconSettings, IconUsers, type TablerIcon } from '@tabler/icons-react'

export interface RailItem {
  to: '/tickets' | '/customers' | '/parked' | '/settings'
  label: 'nav.tickets' | 'nav.customers' | 'nav.parked' | 'nav.settings'
  /** For the bar of a phone, where the whole name has no room. */
  short?: 'nav.parkedShort'
  goLabel: 'shortcuts.goTickets' | 'shortcuts.goCustomers' | 'shortcuts.goParked' | 'shortcuts.goSettings'
  keys: string
  icon: TablerIcon
  permission?: Permission
  /** A number at the icon, from the ticket counters. */
  badge?: 'parked'
  /** Below, away from the daily work. */
  end?: boolean
}

export const railItems: readonly RailItem[] = [
  { to: '/tickets', label: 'nav.tickets', goLabel: 'shortcuts.goTickets', keys: 'g t', icon: IconInbox, permission: 'ticket.read' },
  { to: '/customers', label: 'nav.customers', goLabel: 'shortcuts.goCustomers', keys: 'g c', icon: IconUsers, permission: 'customer.read' },
  { to: '/parked', label: 'nav.parked', short: 'nav.parkedShort', goLabel: 'shortcuts.goParked', keys: 'g p', icon: IconMailQuestion, permission: 'parked.read', badge: 'parked' },
  { to: '/settings', label: 'nav.settings', goLabel: 'shortcuts.goSettings', keys: 'g s', icon: IconSettings, end: true },
]
