import { listCustomers, listTickets } from '@kontuar/contracts'
import { IconTicket, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { usePaletteSource } from '../../ui/Palette.tsx'
import type { PaletteSource } from '../../ui/palette-registry.ts'

const few = 6

/** The palette finds tickets by number, subject or sender, and customers by name or address. */
export function usePaletteSources(): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tickets = useCallback<PaletteSource['search']>(async (words, signal) => {
    const { items } = await api(listTickets, { query: { q: words.replace(/^#(?=\d)/, ''), limit: few }, signal })
    return items.map(({ id, number, subject, customer }) => ({
      id: `ticket-${id}`, label: subject || customer.name, hint: `${number} · ${customer.name}`, icon: <IconTicket size={18} stroke={1.5} />,
      run: () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: id } }),
    }))
  }, [navigate])
  const customers = useCallback<PaletteSource['search']>(async (words, signal) => {
    const { items } = await api(listCustomers, { query: { q: words, limit: few }, signal })
    return items.map(({ id, name, identities }) => ({
      id: `customer-${id}`, label: name, hint: identities[0]?.address ?? '', icon: <IconUser size={18} stroke={1.5} />,
      run: () => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
    }))
  }, [navigate])
  usePaletteSource(t('palette.tickets'), tickets)
  usePaletteSource(t('palette.customers'), customers)
}
