// Who may do what. A permission is named beside each route; a role is a set of permissions.
// 'public' needs no sign-in, 'self' needs only one; both are never granted to anybody.

export const permissions = [
  'ticket.read', 'ticket.change', 'ticket.answer',
  'customer.read', 'customer.change',
  'desk.manage', 'board.read', 'view.share',
  'feedback.read', 'feedback.manage',
  'insight.read', 'insight.manage',
  'alert.read', 'alert.change', 'alert.manage', 'recovery.read', 'recovery.change', 'report.read', 'report.manage',
  'mailbox.read', 'mailbox.manage',
  'parked.read', 'parked.manage',
  'staff.read', 'staff.manage',
  'organization.manage', 'audit.read',
] as const
export type Permission = (typeof permissions)[number]
export type RoutePermission = Permission | 'public' | 'self'

export const roles = ['administrator', 'manager', 'agent', 'observer'] as const
export type Role = (typeof roles)[number]

export const rolePermissions: Record<Role, readonly Permission[]> = {
  administrator: permissions,
  manager: ['ticket.read', 'ticket.change', 'ticket.answer', 'customer.read', 'customer.change', 'desk.manage', 'board.read', 'view.share', 'feedback.read', 'feedback.manage', 'insight.read', 'insight.manage', 'alert.read', 'alert.change', 'alert.manage', 'recovery.read', 'recovery.change', 'report.read', 'report.manage', 'mailbox.read',
    'parked.read', 'parked.manage', 'staff.read', 'audit.read'],
  agent: ['ticket.read', 'ticket.change', 'ticket.answer', 'customer.read', 'customer.change', 'insight.read', 'alert.read', 'alert.change', 'recovery.read', 'recovery.change', 'report.read', 'mailbox.read', 'staff.read'],
  observer: ['ticket.read', 'customer.read', 'board.read', 'feedback.read', 'insight.read', 'alert.read', 'recovery.read', 'report.read', 'mailbox.read', 'staff.read'],
}
