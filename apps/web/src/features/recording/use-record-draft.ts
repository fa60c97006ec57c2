// What is typed survives a closed window. One draft for each ticket, each customer, and one for a contact of its own.
import { useState } from 'react'
import { useMe } from '../../api/me.ts'
import { emptyForm, type RecordForm } from './record-form.ts'

export function useRecordDraft(about: { ticket?: string | undefined; customer?: string | undefined; recovery?: string | undefined }) {
  const me = useMe().staff.id
  const key = `kontuar.byHand.${me}.${about.ticket ?? about.customer ?? 'new'}`
  const [form, setForm] = useState<RecordForm>(() => ({ ...emptyForm, ...(about.recovery ? { direction: 'out' as const } : {}), ...kept(key), ...(about.ticket ? { ticketId: about.ticket } : {}), ...(about.customer ? { customerId: about.customer } : {}) }))
  const keep = (next: RecordForm | null) => {
    try {
      if (next === null) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A browser that keeps nothing: the form itself still does while it is open.
    }
  }
  return {
    form,
    change: (part: Partial<RecordForm>) => setForm((before) => {
      const next = { ...before, ...part }
      keep(next)
      return next
    }),
    discard: () => keep(null),
  }
}

function kept(key: string): Partial<RecordForm> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<RecordForm>
  } catch {
    return {}
  }
}
