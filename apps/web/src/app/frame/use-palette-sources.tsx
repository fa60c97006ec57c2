import { quickSearch, type QuickSearch } from '@kontuar/contracts'
import { IconTicket, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { usePaletteSource } from '../../ui/Palette.tsx'
import type { PaletteSource } from '../../ui/palette-registry.ts'

const few = 6
type Found = Static<typeof QuickSearch>

/** The palette finds tickets by number, customer or words, and customers by name or address: one request for both. */
export function usePaletteSources(): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const asked = useRef<{ words: string; signal: AbortSignal; answer: Promise<Found> } | null>(null)
  const ask = useCallback((words: string, signal: AbortSignal): Promise<Found> => {
    const q = words.replace(/^#(?=\d)/, '')
    if (asked.current?.words !== q || asked.current.signal !== signal) asked.current = { words: q, signal, answer: api(quickSearch, { query: { q, limit: few }, signal }) }
    return asked.current.answer
  }, [])
  const tickets = useCallback<PaletteSource['search']>(async (words, signal) =>
    (await ask(words, signal)).tickets.map(({ id, number, subject, customerName, preview }) => ({
      id: `ticket-${id}`, label: subject || preview || customerName, hint: `${number} · ${customerName}`, icon: <IconTicket size={18} stroke={1.5} />,
      run: () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: id } }),
    })), [ask, navigate])
  const customers = useCallback<PaletteSource['search']>(async (words, signal) =>
    (await ask(words, signal)).customers.map(({ id, name, address }) => ({
      id: `customer-${id}`, label: name || address || '—', hint: name ? (address ?? '') : '', icon: <IconUser size={18} stroke={1.5} />,
      run: () => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
    })), [ask, navigate])
  usePaletteSource(t('palette.tickets'), tickets)
  usePaletteSource(t('palette.customers'), customers)
}
