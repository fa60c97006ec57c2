// From what moved beside a warning to what may be behind it, and what to do. Tables, so that they can be argued about.
import type { WarningAdvice, WarningCause, WarningKind } from '@kontuar/contracts'

/** A figure in the days of the warning beside the eight weeks before; `same` unless the difference is no chance. */
export interface Moved { metric: string; before: number | null; now: number | null; n: number; way: 'more' | 'fewer' | 'same' }

export interface Beside {
  moved: readonly Moved[]
  group: { by: 'channel' | 'reason' | 'location' } | null
  marked: boolean
  holidays: boolean
  sides: { outside: number; diary: number } | null
  /** Contacts stopped, or sources disagree, at the same time. */
  broken: boolean
}

type Rule = (beside: Beside) => boolean
const went = (metric: string, way: 'more' | 'fewer'): Rule => ({ moved }) => moved.some((m) => m.metric === metric && m.way === way)
const any = (...rules: Rule[]): Rule => (beside) => rules.some((rule) => rule(beside))
const all = (...rules: Rule[]): Rule => (beside) => rules.every((rule) => rule(beside))
const oneOf = (by: 'channel' | 'reason' | 'location'): Rule => ({ group }) => group?.by === by

const longWaiting = any(went('first-response-median', 'more'), went('call-wait', 'more'), went('abandonment', 'more'))
const moreInteractions = went('contacts-in', 'more')
const overloaded = any(all(moreInteractions, any(went('sla-kept', 'fewer'), longWaiting)), all(went('sla-kept', 'fewer'), went('abandonment', 'more')))
const badService = any(went('nps', 'fewer'), went('csat', 'fewer'), went('complaints-per-contact', 'more'))
const noInvitations: Rule = ({ moved }) => !moved.some((m) => m.metric === 'invitations-delivered' && m.n > 0)

const rules: Record<WarningCause, Rule> = {
  'long-waiting': longWaiting,
  'overloaded-team': overloaded,
  'bad-service': badService,
  'unclear-messages': went('response-rate', 'fewer'),
  'fewer-invitations': went('invitations-delivered', 'fewer'),
  'system-fault': ({ broken }) => broken,
  'nobody-is-asked': noInvitations,
  'not-engaged': () => false,
  'one-location': oneOf('location'),
  'one-channel': oneOf('channel'),
  'one-reason': oneOf('reason'),
  'same-customers': () => true,
  'more-contacts': moreInteractions,
  'change-of-ours': ({ marked }) => marked,
  'holidays-near': ({ holidays }) => holidays,
  'entry-missing': ({ sides }) => sides !== null && sides.outside > sides.diary,
  'outside-log-missing': ({ sides }) => sides !== null && sides.outside < sides.diary,
  'both-counted-apart': ({ sides }) => sides !== null && sides.outside === sides.diary,
  'sums-were-wrong': () => true,
}

const service: WarningCause[] = ['overloaded-team', 'long-waiting', 'system-fault', 'change-of-ours', 'holidays-near']
/** In this order; the last is said where nothing else is. */
const asked: Record<WarningKind, { causes: WarningCause[]; else: WarningCause | null }> = {
  'nps-falls': { causes: ['overloaded-team', 'long-waiting', 'one-location', 'change-of-ours', 'more-contacts'], else: 'bad-service' },
  'complaints-rise': { causes: ['one-location', 'one-reason', 'one-channel', ...service], else: 'bad-service' },
  'abandoned-rise': { causes: ['one-location', 'overloaded-team', 'long-waiting', 'more-contacts', 'system-fault', 'change-of-ours', 'holidays-near'], else: 'overloaded-team' },
  'little-feedback': { causes: ['nobody-is-asked', 'fewer-invitations', 'unclear-messages', 'system-fault', 'overloaded-team', 'long-waiting', 'bad-service', 'change-of-ours', 'holidays-near'], else: 'not-engaged' },
  'silence': { causes: ['one-location', 'one-channel', 'holidays-near', 'change-of-ours', 'system-fault'], else: 'system-fault' },
  'sources-disagree': { causes: ['entry-missing', 'outside-log-missing', 'both-counted-apart'], else: null },
  'no-feedback': { causes: ['nobody-is-asked', 'system-fault', 'unclear-messages', 'long-waiting', 'bad-service'], else: 'not-engaged' },
  'repeated-complaints': { causes: ['same-customers', 'one-reason', 'one-location', ...service], else: null },
  'fewer-good-reviews': { causes: ['overloaded-team', 'long-waiting', 'bad-service', 'change-of-ours'], else: 'bad-service' },
  'reason-rises': { causes: ['one-location', 'one-channel', 'change-of-ours', 'system-fault', 'holidays-near'], else: 'one-reason' },
  'step-falls': { causes: ['overloaded-team', 'long-waiting', 'change-of-ours'], else: 'bad-service' },
  'sums-healed': { causes: ['sums-were-wrong'], else: null },
}

export function causesOf(kind: WarningKind, beside: Beside): WarningCause[] {
  const found = asked[kind].causes.filter((cause) => rules[cause](beside))
  const otherwise = asked[kind].else
  return found.length > 0 || otherwise === null ? found : [otherwise]
}

const advised: Partial<Record<WarningCause, WarningAdvice>> = {
  'long-waiting': 'audit-and-training', 'bad-service': 'audit-and-training', 'unclear-messages': 'better-communication', 'system-fault': 'check-the-channel', 'overloaded-team': 'automation-or-staff', 'more-contacts': 'automation-or-staff', 'not-engaged': 'invite-opinions', 'nobody-is-asked': 'invite-opinions',
  'fewer-invitations': 'check-the-channel', 'one-location': 'look-at-the-location', 'one-channel': 'check-the-channel', 'one-reason': 'mend-the-cause', 'same-customers': 'call-back', 'entry-missing': 'record-what-is-missing', 'outside-log-missing': 'check-the-exchange', 'both-counted-apart': 'check-the-exchange',
  'sums-were-wrong': 'nothing-to-do',
}
/** What helps whatever the cause. */
const always: Partial<Record<WarningKind, WarningAdvice[]>> = {
  'nps-falls': ['read-the-rows'], 'complaints-rise': ['call-back', 'read-the-rows'], 'little-feedback': ['invite-opinions'], 'repeated-complaints': ['mend-the-cause'], 'fewer-good-reviews': ['answer-reviews'], 'reason-rises': ['read-the-rows', 'mend-the-cause'], 'step-falls': ['read-the-rows'], 'silence': ['check-the-channel'],
}

/** A channel through which more comes works; one that went quiet may not. */
const isOfNoUse = (kind: WarningKind, cause: WarningCause): boolean => cause === 'one-channel' && kind !== 'silence'

export const adviceFor = (kind: WarningKind, causes: readonly WarningCause[]): WarningAdvice[] => [...new Set([...causes.flatMap((cause) => (isOfNoUse(kind, cause) ? [] : advised[cause] ?? [])), ...(always[kind] ?? [])])]
