import type { Ticket } from '@kontuar/contracts'

export const customerName = ({ customer }: Pick<Ticket, 'customer'>): string => customer.name || customer.address || '—'
