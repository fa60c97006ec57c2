import type { SuppressionReason } from '@kontuar/contracts'

/** Why somebody was not asked: those this version has words for. */
export const suppressionReasons = ['rest-period', 'other-survey-first', 'sampled-out', 'opted-out', 'minor', 'open-complaint', 'no-address', 'cannot-send', 'survey-not-active', 'quota-reached', 'conditions', 'already-asked', 'bounced-before', 'automatic', 'ticket-reopened', 'too-late'] as const satisfies readonly SuppressionReason[]
