import type { Colour, CustomField, Ticket } from '@kontuar/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCustomFields, useLocations, useQueues, useReasons, useStatuses, useTags } from '../../../api/desk.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { shownName } from '../../../ui/ready-made.ts'

export interface Names {
  status(ticket: Ticket): string
  queue(id: string | null): { name: string; colour: Colour } | null
  reason(id: string | null): string | null
  tag(id: string): { name: string; colour: Colour } | null
  location(id: string | null): string | null
  field(ticket: Ticket, id: string): string
}

const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((each) => [each.id, each]))

/** Looked up once for all rows of a list: a hundred rows need not ask a hundred times. */
export function useNames(): Names {
  const { t } = useTranslation()
  const [statuses, queues, reasons, tags, locations, fields] = [useStatuses(), useQueues(), useReasons(), useTags(), useLocations(), useCustomFields('ticket')]
  return useMemo(() => {
    const [queueOf, reasonOf, tagOf, locationOf, fieldOf] = [byId(queues), byId(reasons), byId(tags), byId(locations), byId(fields)]
    const statusOf = new Map(statuses.map((each) => [each.key, each]))
    const number = new Intl.NumberFormat(currentLocale())
    const date = new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { dateStyle: 'medium', timeZone: 'UTC' })
    const fieldText = (field: CustomField, value: unknown): string => {
      if (value === null || value === undefined || value === '') return ''
      if (field.type === 'checkbox') return value === true ? '✓' : ''
      if (field.type === 'number' && typeof value === 'number') return number.format(value)
      if (field.type === 'date') return date.format(new Date(String(value)))
      return field.options.find(({ id }) => id === value)?.name ?? String(value)
    }
    return {
      status: ({ status }) => (statusOf.has(status) ? shownName(t, 'status', statusOf.get(status)!) : status),
      queue: (id) => {
        const queue = queueOf.get(id ?? '')
        return queue ? { name: shownName(t, 'queue', queue), colour: queue.colour } : null
      },
      reason: (id) => (reasonOf.has(id ?? '') ? shownName(t, 'reason', reasonOf.get(id!)!) : null),
      tag: (id) => tagOf.get(id) ?? null,
      location: (id) => locationOf.get(id ?? '')?.name ?? null,
      field: (ticket, id) => (fieldOf.has(id) ? fieldText(fieldOf.get(id)!, ticket.fields[id]) : ''),
    }
  }, [t, statuses, queues, reasons, tags, locations, fields])
}
