// What an exchange knew of a call or chat, in short parts to be said one after the other. Pure.
import type { Interaction } from '@kontuar/contracts'

type Timing = NonNullable<Interaction['timing']>
export type TimesPart = { what: 'menuServed' | 'menuLeft' } | { what: 'waited' | 'gaveUp' | 'talked' | 'hold' | 'wrapUp'; seconds: number }

/** In the order in which it happened; what did not happen, or took no time worth saying, is left out. */
export function timesParts({ menuOutcome, offeredAt, answeredAt, abandonedAt, endedAt, holdSeconds = 0, wrapUpSeconds = 0 }: Timing): TimesPart[] {
  const between = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))
  return [
    ...(menuOutcome === 'served' ? [{ what: 'menuServed' as const }] : menuOutcome === 'left' ? [{ what: 'menuLeft' as const }] : []),
    ...(offeredAt !== undefined && abandonedAt !== undefined ? [{ what: 'gaveUp' as const, seconds: between(offeredAt, abandonedAt) }] : []),
    ...(offeredAt !== undefined && answeredAt !== undefined ? [{ what: 'waited' as const, seconds: between(offeredAt, answeredAt) }] : []),
    ...(answeredAt !== undefined && endedAt !== undefined ? [{ what: 'talked' as const, seconds: between(answeredAt, endedAt) - holdSeconds }] : []),
    ...(holdSeconds > 0 ? [{ what: 'hold' as const, seconds: holdSeconds }] : []),
    ...(wrapUpSeconds > 0 ? [{ what: 'wrapUp' as const, seconds: wrapUpSeconds }] : []),
  ]
}

/** "3 min 5 s": seconds count on the phone, beyond an hour no longer. */
export function shortDuration(seconds: number, locale: string): string {
  const written = (value: number, unit: 'hour' | 'minute' | 'second') => new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return [...(hours > 0 ? [written(hours, 'hour')] : []), ...(minutes > 0 ? [written(minutes, 'minute')] : []), ...(hours === 0 && (rest > 0 || minutes === 0) ? [written(rest, 'second')] : [])].join(' ')
}
