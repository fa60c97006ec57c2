/*
 * When somebody hears of an alert by which road, and with what else: pure. Urgent passes everything; else what fires within the group's
 * minutes goes as one, quiet hours hold mail and text messages and merge them, and a digest waits for its person's hour. Push keeps its
 * own quiet hours (notifications), and the list in the app is silent anyway.
 */
import type { AlertDeliveryWish } from '@kontuar/contracts'
import type { Quiet } from '../../../notifications/index.ts'
import { quietUntil } from '../../../notifications/index.ts'

export const staffRoads = ['app', 'push', 'mail', 'sms'] as const
export type StaffRoad = (typeof staffRoads)[number]

export interface Listener {
  staffId: string
  timeZone: string
  phone: string | null
  quiet: Quiet | null
  /** HH:MM and days, Monday is 1; null: they have not said. */
  digest: { at: string; days: readonly number[] } | null
  paused: boolean
}

export interface Plan {
  road: StaffRoad
  /** Rows of one person and road with the same bundle leave as one message. */
  bundle: string | null
  sendAfter: Date
  /** Why it is not told at all; null: it is. */
  dropped: string | null
}

/** Until they choose another hour. */
export const usualDigest = { at: '08:00', days: [1, 2, 3, 4, 5, 6, 7] }

/**
 * @param groups of this rule and person: by road the moment at which what waits already leaves
 * @param step of an escalation above 0: told by itself and at once
 * @param words of the customer, who is still writing them: mail and text messages wait for them, until then at most
 */
export function planTelling(rule: { id: string; delivery: AlertDeliveryWish }, listener: Listener, groups: ReadonlyMap<StaffRoad, Date>, step: number, now: Date, urgent: boolean, words?: { bundle: string; until: Date }): Plan[] {
  const { delivery } = rule
  const usable = delivery.roads.filter((road) => road !== 'sms' || listener.phone !== null)
  // Whoever can be reached by none of the rule's roads finds it in the app at least.
  const roads = usable.length === 0 ? [...delivery.roads, 'app' as const] : delivery.roads
  return [...new Set(roads)].map((road): Plan => {
    if (listener.paused) return { road, bundle: null, sendAfter: now, dropped: 'paused by the person' }
    if (road === 'sms' && listener.phone === null) return { road, bundle: null, sendAfter: now, dropped: 'no phone number in their settings' }
    if (urgent) return { road, bundle: null, sendAfter: now, dropped: null }
    if (step === 0 && delivery.when !== 'at-once') {
      const at = nextDigest(delivery.when, listener, now)
      return { road, bundle: `digest:${at.toISOString()}`, sendAfter: at, dropped: null }
    }
    const group = step > 0 || delivery.groupMinutes === 0 ? null : (groups.get(road) ?? new Date(now.getTime() + delivery.groupMinutes * 60_000))
    const writes = group === null && (road === 'mail' || road === 'sms') ? words : undefined
    const at = group ?? writes?.until ?? now
    const held = heldUntil(road, listener, at)
    if (held !== null) return { road, bundle: `quiet:${held.toISOString()}`, sendAfter: held, dropped: null }
    return { road, bundle: group === null ? (writes?.bundle ?? null) : `group:${rule.id}:${group.toISOString()}`, sendAfter: at, dropped: null }
  })
}

/** The end of the quiet hours that hold this road at that moment; null: none do. */
export function heldUntil(road: StaffRoad | 'hook', { quiet, timeZone }: Pick<Listener, 'quiet' | 'timeZone'>, at: Date): Date | null {
  if (road !== 'mail' && road !== 'sms') return null
  const end = quietUntil(quiet, Temporal.Instant.fromEpochMilliseconds(at.getTime()), timeZone)
  return end === null ? null : new Date(end.epochMilliseconds)
}

/** The next time of their wall clock after `now`: weekly on the first of their days. A time that the clock skips is the moment it skips to. */
export function nextDigest(when: 'daily' | 'weekly', { digest, timeZone }: Pick<Listener, 'digest' | 'timeZone'>, now: Date): Date {
  const { at } = digest ?? usualDigest
  const chosen = digest === null || digest.days.length === 0 ? usualDigest.days : digest.days
  const days = when === 'weekly' ? [Math.min(...chosen)] : chosen
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  for (let ahead = 0; ; ahead++) {
    const date = today.add({ days: ahead })
    if (!days.includes(date.dayOfWeek)) continue
    const moment = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds
    if (moment > now.getTime()) return new Date(moment)
  }
}
