// The places of the workspace, in the order of the rail. What does not work yet is absent.
import type { Permission } from '@kontuar/contracts'
import { IconBellRinging, IconChartLine, IconChecklist, IconHeartHandshake, IconInbox, IconLayoutDashboard, IconMailQuestion, IconMoodSmile, IconReport, IconSettings, IconSun, IconUsers, type TablerIcon } from '@tabler/icons-react'

export interface RailItem {
  to: '/today' | '/tickets' | '/customers' | '/tasks' | '/alerts' | '/recoveries' | '/feedback' | '/numbers' | '/reports' | '/board' | '/parked' | '/settings'
  label: 'nav.today' | 'nav.tickets' | 'nav.customers' | 'nav.tasks' | 'nav.alerts' | 'nav.recoveries' | 'nav.feedback' | 'nav.numbers' | 'nav.reports' | 'nav.board' | 'nav.parked' | 'nav.settings'
  /** For the bar of a phone, where the whole name has no room. */
  short?: 'nav.parkedShort'
  goLabel: 'shortcuts.goToday' | 'shortcuts.goTickets' | 'shortcuts.goCustomers' | 'shortcuts.goTasks' | 'shortcuts.goAlerts' | 'shortcuts.goRecoveries' | 'shortcuts.goFeedback' | 'shortcuts.goNumbers' | 'shortcuts.goReports' | 'shortcuts.goBoard' | 'shortcuts.goParked' | 'shortcuts.goSettings'
  keys: string
  icon: TablerIcon
  permission?: Permission
  /** A number at the icon: what waits there. */
  badge?: 'parked' | 'alerts'
  /** Below, away from the daily work. */
  end?: boolean
  /** On a phone behind “More”: the bar has room for four. */
  rare?: boolean
}

export const railItems: readonly RailItem[] = [
  { to: '/today', label: 'nav.today', goLabel: 'shortcuts.goToday', keys: 'g h', icon: IconSun, permission: 'ticket.read' },
  { to: '/tickets', label: 'nav.tickets', goLabel: 'shortcuts.goTickets', keys: 'g t', icon: IconInbox, permission: 'ticket.read' },
  { to: '/customers', label: 'nav.customers', goLabel: 'shortcuts.goCustomers', keys: 'g c', icon: IconUsers, permission: 'customer.read' },
  { to: '/tasks', label: 'nav.tasks', goLabel: 'shortcuts.goTasks', keys: 'g k', icon: IconChecklist, permission: 'ticket.read' },
  { to: '/alerts', label: 'nav.alerts', goLabel: 'shortcuts.goAlerts', keys: 'g a', icon: IconBellRinging, permission: 'alert.read', badge: 'alerts', rare: true },
  { to: '/recoveries', label: 'nav.recoveries', goLabel: 'shortcuts.goRecoveries', keys: 'g u', icon: IconHeartHandshake, permission: 'recovery.read', rare: true },
  { to: '/feedback', label: 'nav.feedback', goLabel: 'shortcuts.goFeedback', keys: 'g f', icon: IconMoodSmile, permission: 'feedback.read', rare: true },
  { to: '/numbers', label: 'nav.numbers', goLabel: 'shortcuts.goNumbers', keys: 'g d', icon: IconChartLine, permission: 'insight.read', rare: true },
  { to: '/reports', label: 'nav.reports', goLabel: 'shortcuts.goReports', keys: 'g r', icon: IconReport, permission: 'report.read', rare: true },
  { to: '/board', label: 'nav.board', goLabel: 'shortcuts.goBoard', keys: 'g b', icon: IconLayoutDashboard, permission: 'board.read', rare: true },
  { to: '/parked', label: 'nav.parked', short: 'nav.parkedShort', goLabel: 'shortcuts.goParked', keys: 'g p', icon: IconMailQuestion, permission: 'parked.read', badge: 'parked', rare: true },
  { to: '/settings', label: 'nav.settings', goLabel: 'shortcuts.goSettings', keys: 'g s', icon: IconSettings, end: true, rare: true },
]
