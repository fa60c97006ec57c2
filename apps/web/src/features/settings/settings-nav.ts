import type { Permission } from '@kontuar/contracts'

export interface SettingsPlace {
  to: `/settings/${'profile' | 'security' | 'notifications' | 'tokens' | 'queues' | 'queue-rules' | 'calendars' | 'sla' | 'legal' | 'statuses' | 'reasons' | 'tags' | 'fields' | 'canned' | 'people' | 'teams' | 'locations' | 'regions' | 'causes' | 'tasks' | 'recovery' | 'organization' | 'mailboxes' | 'sms' | 'feedback' | 'alert-destinations' | 'alert-ledger' | 'who-receives-what' | 'numbers' | 'readings' | 'audit'}`
  label: `${'profile' | 'security' | 'notifications' | 'tokens' | 'queues' | 'queue-rules' | 'calendars' | 'sla' | 'legal' | 'statuses' | 'reasons' | 'tags' | 'fields' | 'canned' | 'people' | 'teams' | 'locations' | 'regions' | 'causes' | 'tasks' | 'recovery' | 'organization' | 'mailboxes' | 'sms' | 'feedback' | 'alert-destinations' | 'alert-ledger' | 'who-receives-what' | 'numbers' | 'readings' | 'audit'}.title`
  permission?: Permission
}
export const settingsGroups = ['mine', 'desk', 'times', 'people', 'ours'] as const

/** The settings pages: a person's own, those of the desk, of its times, of its people, and of the organization. */
export const settingsPlaces: Record<(typeof settingsGroups)[number], readonly SettingsPlace[]> = {
  mine: [
    { to: '/settings/profile', label: 'profile.title' },
    { to: '/settings/security', label: 'security.title' },
    { to: '/settings/notifications', label: 'notifications.title' },
    { to: '/settings/tokens', label: 'tokens.title' },
  ],
  desk: [
    { to: '/settings/queues', label: 'queues.title', permission: 'desk.manage' },
    { to: '/settings/queue-rules', label: 'queue-rules.title', permission: 'desk.manage' },
    { to: '/settings/statuses', label: 'statuses.title', permission: 'desk.manage' },
    { to: '/settings/reasons', label: 'reasons.title', permission: 'desk.manage' },
    { to: '/settings/causes', label: 'causes.title', permission: 'desk.manage' },
    { to: '/settings/tasks', label: 'tasks.title', permission: 'desk.manage' },
    { to: '/settings/recovery', label: 'recovery.title', permission: 'desk.manage' },
    { to: '/settings/tags', label: 'tags.title', permission: 'desk.manage' },
    { to: '/settings/fields', label: 'fields.title', permission: 'desk.manage' },
    { to: '/settings/canned', label: 'canned.title', permission: 'ticket.answer' },
  ],
  times: [
    { to: '/settings/calendars', label: 'calendars.title', permission: 'desk.manage' },
    { to: '/settings/sla', label: 'sla.title', permission: 'desk.manage' },
    { to: '/settings/legal', label: 'legal.title', permission: 'desk.manage' },
  ],
  people: [
    { to: '/settings/people', label: 'people.title', permission: 'staff.read' },
    { to: '/settings/teams', label: 'teams.title', permission: 'desk.manage' },
    { to: '/settings/locations', label: 'locations.title', permission: 'desk.manage' },
    { to: '/settings/regions', label: 'regions.title', permission: 'desk.manage' },
  ],
  ours: [
    { to: '/settings/organization', label: 'organization.title', permission: 'organization.manage' },
    { to: '/settings/mailboxes', label: 'mailboxes.title', permission: 'mailbox.read' },
    { to: '/settings/sms', label: 'sms.title', permission: 'mailbox.read' },
    { to: '/settings/feedback', label: 'feedback.title', permission: 'feedback.manage' },
    { to: '/settings/alert-destinations', label: 'alert-destinations.title', permission: 'alert.read' },
    { to: '/settings/alert-ledger', label: 'alert-ledger.title', permission: 'alert.manage' },
    { to: '/settings/who-receives-what', label: 'who-receives-what.title', permission: 'report.manage' },
    { to: '/settings/numbers', label: 'numbers.title', permission: 'insight.manage' },
    { to: '/settings/readings', label: 'readings.title', permission: 'insight.manage' },
    { to: '/settings/audit', label: 'audit.title', permission: 'audit.read' },
  ],
}
