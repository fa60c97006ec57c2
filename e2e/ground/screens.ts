// Every main screen of the workspace, with the ids of the installation filled in.
import type { Customer, Mailbox, Ticket } from '@kontuar/contracts'
import type { Ask } from './api.ts'

export interface Screen { name: string; path: string }

/** @param ask as an administrator, who sees all of them */
export async function screensOf(ask: Ask): Promise<Screen[]> {
  const [ticket] = (await ask<{ items: Ticket[] }>('GET', '/tickets?statusCategory=open')).items
  const [customer] = (await ask<{ items: Customer[] }>('GET', '/customers')).items
  const [mailbox] = (await ask<{ items: Mailbox[] }>('GET', '/mailboxes')).items
  if (!ticket || !customer || !mailbox) throw new Error('an open ticket, a customer and a mailbox are needed')
  return [
    { name: 'tickets', path: '/tickets?view=all' },
    { name: 'ticket', path: `/tickets/${ticket.id}?view=all` },
    { name: 'new-ticket', path: '/tickets/new' },
    { name: 'customers', path: '/customers' },
    { name: 'customer', path: `/customers/${customer.id}` },
    { name: 'parked', path: '/parked' },
    { name: 'settings', path: '/settings' },
    { name: 'profile', path: '/settings/profile' },
    { name: 'security', path: '/settings/security' },
    { name: 'tokens', path: '/settings/tokens' },
    { name: 'new-token', path: '/settings/tokens/new' },
    { name: 'organization', path: '/settings/organization' },
    { name: 'people', path: '/settings/people' },
    { name: 'invite', path: '/settings/people/invite' },
    { name: 'audit', path: '/settings/audit' },
    { name: 'mailboxes', path: '/settings/mailboxes' },
    { name: 'new-mailbox', path: '/settings/mailboxes/new' },
    { name: 'mailbox', path: `/settings/mailboxes/${mailbox.id}` },
    { name: 'mailbox-receiving', path: `/settings/mailboxes/${mailbox.id}/receiving` },
    { name: 'mailbox-sending', path: `/settings/mailboxes/${mailbox.id}/sending` },
    { name: 'mailbox-answers', path: `/settings/mailboxes/${mailbox.id}/answers` },
  ]
}
