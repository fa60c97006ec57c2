import type { Permission } from '@kontuar/contracts'

export interface SettingsPlace {
  to: '/settings/profile' | '/settings/security' | '/settings/tokens' | '/settings/organization' | '/settings/people' | '/settings/mailboxes' | '/settings/audit'
  label: 'profile.title' | 'security.title' | 'tokens.title' | 'organization.title' | 'people.title' | 'mailboxes.title' | 'audit.title'
  permission?: Permission
}

/** The settings pages: a person's own, and the organization's. */
export const settingsPlaces: Record<'mine' | 'ours', readonly SettingsPlace[]> = {
  mine: [
    { to: '/settings/profile', label: 'profile.title' },
    { to: '/settings/security', label: 'security.title' },
    { to: '/settings/tokens', label: 'tokens.title' },
  ],
  ours: [
    { to: '/settings/organization', label: 'organization.title', permission: 'organization.manage' },
    { to: '/settings/people', label: 'people.title', permission: 'staff.read' },
    { to: '/settings/mailboxes', label: 'mailboxes.title', permission: 'mailbox.read' },
    { to: '/settings/audit', label: 'audit.title', permission: 'audit.read' },
  ],
}
