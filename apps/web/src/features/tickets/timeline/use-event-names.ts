import { useMemo } from 'react'
import { useCustomFields, useLocations, useQueues, useReasons, useStaff, useStatuses, useTags } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { exactTime } from '../../../ui/relative-time.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { writtenDay } from '../ticket/panel/legal-days.ts'
import type { Names } from './event-words.ts'

/** What the diary holds by id, in the reader's words. */
export function useEventNames(): Names {
  const { staff: me, organization: { timeZone } } = useMe()
  const named = useNamed()
  const [staff, statuses, queues, reasons, tags, locations, fields] = [useStaff(), useStatuses(), useQueues(), useReasons(), useTags(), useLocations(), useCustomFields('ticket')]
  return useMemo(() => {
    const shown = (kind: Parameters<typeof named>[0], thing: Parameters<typeof named>[1] | undefined) => (thing ? named(kind, thing) : undefined)
    return {
      staff: (id) => staff.find((each) => each.id === id)?.name,
      status: (key) => shown('status', statuses.find((each) => each.key === key)),
      queue: (id) => shown('queue', queues.find((each) => each.id === id)),
      reason: (id) => shown('reason', reasons.find((each) => each.id === id)),
      tag: (id) => tags.find((each) => each.id === id)?.name,
      location: (id) => locations.find((each) => each.id === id)?.name,
      field: (id) => fields.find((each) => each.id === id)?.name,
      instant: (at) => exactTime(new Date(at), currentLocale(), timeZone),
      day: (on) => writtenDay(on, currentLocale()),
      me: me.id,
    }
    // `named` changes with the language alone, and then the whole page is drawn anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [staff, statuses, queues, reasons, tags, locations, fields, me.id, timeZone])
}
