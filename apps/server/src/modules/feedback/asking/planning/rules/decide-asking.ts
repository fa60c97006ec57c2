/*
 * Is this person asked, and when? Pure; asked when it is planned, and again when it is sent. Of several reasons against it the first in
 * this order is the one that is kept, from what concerns everybody to what concerns this one moment:
 *
 *   survey-not-active  nothing of this survey is asked then: draft, paused, ended, not yet begun
 *   quota-reached      it has the answers it wanted
 *   conditions         not meant by the touchpoint: its conditions, its channels
 *   sampled-out        not in the share
 *   automatic          a machine, or a robot's address: nobody is there
 *   opted-out          the person has said so, by whatever road
 *   minor              under eighteen on that day (rules/is-minor.ts)
 *   open-complaint     a complaint of theirs is undecided: an asking would mock them
 *   ticket-reopened    the matter goes on
 *   no-address         none for any of the roads
 *   bounced-before     there is one, but it has come back
 *   cannot-send        there is one, but nothing to send by
 *   too-late           it would come longer after than an answer is waited for
 *   already-asked      of the very same matter, by the same survey
 *   rest-period        asked about something else too lately, whatever survey and address it was
 *
 * `other-survey-first` is decided afterwards, among what is left (rules/settle-rivals.ts).
 */
import type { SuppressionReason, TouchpointDefinition } from '@kontuar/contracts'
import { isMinor, type Age } from './is-minor.ts'
import { intoWindow, type SendWindow } from './send-window.ts'

export const dayMs = 86_400_000

export interface Asking {
  survey: { state: string; version: number; retired: boolean; startsAt: Date | null; endsAt: Date | null; full: boolean }
  /** Null: by hand or by a program, without a touchpoint. */
  touchpoint: { definition: TouchpointDefinition; conditionsHold: boolean; sampled: boolean } | null
  happening: { channel: string | null; automatic: boolean; reopened: boolean }
  /** When it was meant to come. */
  wishedAt: Date
  person: { optedOut: boolean; age: Age; openComplaint: boolean; lastAskedAt: Date | null; askedOfThis: boolean }
  reach: Reach
  settings: { restDays: number; expireDays: number; window: SendWindow }
  now: Date
}
/** How the person can be reached (rules/choose-road.ts). */
export type Reach = { road: 'email' | 'sms' | 'link' | 'agent'; address: string | null } | { none: 'no-address' | 'bounced-before' | 'cannot-send' | 'automatic'; detail?: Record<string, unknown> }

export type Verdict = { ask: true; at: Date; road: 'email' | 'sms' | 'link' | 'agent'; address: string | null } | { ask: false; at: Date; reason: Exclude<SuppressionReason, 'other-survey-first'>; detail: Record<string, unknown> }

export function decideAsking(asking: Asking): Verdict {
  const { survey, touchpoint, happening, person, reach, settings } = asking
  const at = momentOf(asking)
  const no = (reason: Exclude<SuppressionReason, 'other-survey-first'>, detail: Record<string, unknown> = {}): Verdict => ({ ask: false, at, reason, detail })

  const closed = whyNotActive(survey, at)
  if (closed !== null) return no('survey-not-active', { because: closed })
  if (survey.full) return no('quota-reached')
  if (touchpoint !== null) {
    const { channels } = touchpoint.definition
    if (channels.length > 0 && !channels.includes(happening.channel ?? '')) return no('conditions', { channel: happening.channel })
    if (!touchpoint.conditionsHold) return no('conditions')
    if (!touchpoint.sampled) return no('sampled-out', { share: touchpoint.definition.sampleShare })
  }
  if (happening.automatic || ('none' in reach && reach.none === 'automatic')) return no('automatic')
  if (person.optedOut) return no('opted-out')
  const exclude = touchpoint?.definition.exclude ?? { minors: true, openComplaint: true }
  if (exclude.minors && isMinor(person.age, dayOf(at, settings.window.timeZone))) return no('minor')
  if (exclude.openComplaint && person.openComplaint) return no('open-complaint')
  if (happening.reopened) return no('ticket-reopened')
  if ('none' in reach) return no(reach.none, reach.detail)
  if (at.getTime() > asking.wishedAt.getTime() + settings.expireDays * dayMs) return no('too-late', { planned: asking.wishedAt.toISOString(), days: settings.expireDays })
  if (person.askedOfThis) return no('already-asked')
  const restDays = restDaysOf(touchpoint?.definition ?? null, settings.restDays)
  if (person.lastAskedAt !== null && at.getTime() - person.lastAskedAt.getTime() < restDays * dayMs) return no('rest-period', { lastAskedAt: person.lastAskedAt.toISOString(), days: restDays })
  return { ask: true, at, road: reach.road, address: reach.address }
}

export const restDaysOf = (definition: Pick<TouchpointDefinition, 'restDays'> | null, ofOrganization: number): number => definition?.restDays ?? ofOrganization

export const dayOf = (at: Date, timeZone: string): string => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** When it can be: not in the past, and by mail and SMS not at night. What a person hands out is handed out now. */
function momentOf(asking: Asking): Date {
  const wished = new Date(Math.max(asking.wishedAt.getTime(), asking.now.getTime()))
  return 'road' in asking.reach && (asking.reach.road === 'link' || asking.reach.road === 'agent') ? wished : intoWindow(wished, asking.settings.window)
}

function whyNotActive(survey: Asking['survey'], at: Date): string | null {
  if (survey.retired) return 'retired'
  if (survey.state !== 'active') return survey.state
  if (survey.version === 0) return 'draft'
  if (survey.startsAt !== null && at.getTime() < survey.startsAt.getTime()) return 'not-started'
  if (survey.endsAt !== null && at.getTime() >= survey.endsAt.getTime()) return 'ended'
  return null
}
