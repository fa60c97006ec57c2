// The metrics every organization has. Definitions and intervals: docs of packages/statistics; words: words/.
import type { Conditions } from '@kontuar/contracts'
import { count, mean, median, ninth, ones, parts, per, share } from './builders.ts'
import type { Metric } from './metric.ts'

const channelIs = (channel: string): Conditions => ({ combinator: 'and', rules: [{ field: 'channel', operator: '=', value: channel }] })

const service: Metric[] = [
  count(['opened'], { name: 'tickets-opened', direction: 'neither' }),
  count(['closed'], { name: 'tickets-closed', direction: 'up' }),
  count(['contact-in'], { name: 'contacts-in', direction: 'neither' }),
  count(['contact-out'], { name: 'contacts-out', direction: 'neither' }),
  count(['note'], { name: 'notes', direction: 'neither' }),
  median('first-response', { name: 'first-response-median', direction: 'down' }),
  ninth('first-response', { name: 'first-response-p90', direction: 'down' }),
  mean('first-response', { name: 'first-response-mean', direction: 'down' }),
  median('first-response-clock', { name: 'first-response-clock-median', direction: 'down' }),
  ninth('first-response-clock', { name: 'first-response-clock-p90', direction: 'down' }),
  median('next-response', { name: 'next-response-median', direction: 'down' }),
  ninth('next-response', { name: 'next-response-p90', direction: 'down' }),
  median('next-response-clock', { name: 'next-response-clock-median', direction: 'down' }),
  ninth('next-response-clock', { name: 'next-response-clock-p90', direction: 'down' }),
  median('resolution', { name: 'resolution-median', direction: 'down' }),
  ninth('resolution', { name: 'resolution-p90', direction: 'down' }),
  median('resolution-clock', { name: 'resolution-clock-median', direction: 'down' }),
  ninth('resolution-clock', { name: 'resolution-clock-p90', direction: 'down' }),
  median('waiting-for-customer', { name: 'waiting-for-customer-median', direction: 'down' }),
  { name: 'backlog', family: 'service', unit: 'count', direction: 'down', shownFrom: 0, interval: 'none', form: { form: 'level' } },
  share('one-touch', { name: 'fcr-one-touch', direction: 'up' }),
  share('repeat-kept', { name: 'fcr-repeat', direction: 'up', open: 'repeat-open' }),
  share('chain-kept', { name: 'fcr-chain', direction: 'up', open: 'chain-open' }),
  count(['reopened'], { name: 'reopenings', direction: 'down' }),
  share('reopened-after', { name: 'reopened-share', direction: 'down' }),
  share('sla-kept', { name: 'sla-kept', direction: 'up' }),
  share('sla-first-response', { name: 'sla-first-response', direction: 'up' }),
  share('sla-next-response', { name: 'sla-next-response', direction: 'up' }),
  share('sla-resolution', { name: 'sla-resolution', direction: 'up' }),
  count(['transferred'], { name: 'transfers', direction: 'down' }),
  per(['transferred'], ['opened'], { name: 'transfers-per-ticket', direction: 'down' }),
]

const inCalls = { family: 'calls' } as const
const calls: Metric[] = [
  count(['offered'], { ...inCalls, name: 'calls-offered', direction: 'neither' }),
  count(['answered'], { ...inCalls, name: 'calls-answered', direction: 'up' }),
  count(['abandoned'], { ...inCalls, name: 'calls-abandoned', direction: 'down' }),
  count(['abandoned-short'], { ...inCalls, name: 'abandoned-short', direction: 'neither' }),
  parts(['abandoned'], ['answered', 'abandoned'], { ...inCalls, name: 'abandonment', direction: 'down' }),
  parts(['abandoned', 'abandoned-short'], ['offered'], { ...inCalls, name: 'abandonment-with-short', direction: 'down' }),
  parts(['answered-within'], ['answered', 'abandoned-late'], { ...inCalls, name: 'service-level', direction: 'up' }),
  parts(['answered-within'], ['offered'], { ...inCalls, name: 'service-level-of-offered', direction: 'up' }),
  share('answered-within', { ...inCalls, name: 'service-level-of-answered', direction: 'up' }),
  parts(['answered-within'], ['answered', 'abandoned'], { ...inCalls, name: 'service-level-abandoned-missed', direction: 'up' }),
  parts(['answered-within', 'abandoned'], ['answered', 'abandoned'], { ...inCalls, name: 'service-level-abandoned-met', direction: 'up', less: ['abandoned-late'] }),
  mean('handle', { ...inCalls, name: 'handle-time', direction: 'neither' }),
  mean('talk', { ...inCalls, name: 'talk-time', direction: 'neither' }),
  mean('hold', { ...inCalls, name: 'hold-time', direction: 'down' }),
  mean('wrap-up', { ...inCalls, name: 'wrap-up-time', direction: 'neither' }),
  { ...inCalls, name: 'occupancy', unit: 'share', direction: 'neither', shownFrom: 5, interval: 'none', form: { form: 'ratio', of: ['handle'], among: ['available'] } },
  median('answered-wait', { ...inCalls, name: 'call-wait', direction: 'down', where: channelIs('phone') }),
  ninth('answered-wait', { ...inCalls, name: 'call-wait-p90', direction: 'down', where: channelIs('phone') }),
  median('abandoned-wait', { ...inCalls, name: 'abandoned-wait', direction: 'neither' }),
  share('menu-left', { ...inCalls, name: 'menu-drop-off', direction: 'down' }),
]

const inFeedback = { family: 'feedback' } as const
const feedback: Metric[] = [
  { ...inFeedback, name: 'nps', unit: 'points', direction: 'up', shownFrom: 5, interval: 'adjusted-wald', form: { form: 'nps' }, spread: 'nps' },
  share('csat-satisfied', { ...inFeedback, name: 'csat', direction: 'up' }),
  share('ces-easy', { ...inFeedback, name: 'ces', direction: 'up' }),
  mean('ces', { ...inFeedback, name: 'ces-mean', unit: 'score', direction: 'up' }),
  count(['delivered-answered'], { ...inFeedback, name: 'invitations-delivered', direction: 'neither' }),
  share('delivered-answered', { ...inFeedback, name: 'response-rate', direction: 'up' }),
  count(['unconfirmed'], { ...inFeedback, name: 'unconfirmed', direction: 'down' }),
  count(['answer'], { ...inFeedback, name: 'answers', direction: 'up' }),
  ones(['commented'], { ...inFeedback, name: 'comments', direction: 'up' }),
  share('commented', { ...inFeedback, name: 'comment-share', direction: 'up' }),
  count(['review-stars'], { ...inFeedback, name: 'reviews', direction: 'up' }),
  share('review-good', { ...inFeedback, name: 'good-reviews', direction: 'up', spread: 'review-stars' }),
  mean('review-stars', { ...inFeedback, name: 'review-stars-mean', unit: 'score', direction: 'up' }),
  // What became of low scores.
  count(['loop-opened'], { ...inFeedback, name: 'low-scores', direction: 'down' }),
  median('time-to-contact', { ...inFeedback, name: 'time-to-first-contact-after-low-score', direction: 'down' }),
  median('time-to-contact-clock', { ...inFeedback, name: 'time-to-first-contact-after-low-score-clock', direction: 'down' }),
  share('contacted-in-time', { ...inFeedback, name: 'contacted-in-time', direction: 'up' }),
  share('closed-in-time', { ...inFeedback, name: 'closed-in-time', direction: 'up' }),
  count(['second-asked'], { ...inFeedback, name: 'second-questions', direction: 'neither' }),
  share('recovered', { ...inFeedback, name: 'recovered', direction: 'up' }),
  count(['came-back-so-far'], { ...inFeedback, name: 'came-back-after-solved', direction: 'down' }),
  share('came-back', { ...inFeedback, name: 'causes-came-back', direction: 'down', open: 'came-back-open' }),
]

const inQuality = { family: 'quality' } as const
const quality: Metric[] = [
  count(['recorded'], { ...inQuality, name: 'entries-recorded', direction: 'neither' }),
  mean('completeness', { ...inQuality, name: 'completeness', unit: 'share', direction: 'up' }),
  share('without-result', { ...inQuality, name: 'without-result', direction: 'down' }),
  share('rated', { ...inQuality, name: 'without-feedback', direction: 'down', complement: true }),
  share('with-reason', { ...inQuality, name: 'with-reason', direction: 'up' }),
  count(['complaint'], { ...inQuality, name: 'complaints', direction: 'down' }),
  per(['complaint'], ['contact-in'], { ...inQuality, name: 'complaints-per-contact', unit: 'share', direction: 'down' }),
  ones(['complaint-repeated'], { ...inQuality, name: 'repeated-complaints', direction: 'down' }),
  share('complaint-repeated', { ...inQuality, name: 'repeated-complaint-share', direction: 'down' }),
]

const inChannels = { family: 'channels' } as const
const channels: Metric[] = [
  median('answered-wait', { ...inChannels, name: 'chat-wait', direction: 'down', where: channelIs('chat') }),
  ninth('answered-wait', { ...inChannels, name: 'chat-wait-p90', direction: 'down', where: channelIs('chat') }),
  mean('thread-length', { ...inChannels, name: 'thread-length', unit: 'score', direction: 'down', where: channelIs('email') }),
  per(['contact-in'], ['outside-forms'], { ...inChannels, name: 'form-completion', unit: 'share', direction: 'up', shownFrom: 1, interval: 'wilson', apart: { numerator: channelIs('form'), denominator: null } }),
  parts(['automatic-out'], ['automatic-out', 'contact-out'], { ...inChannels, name: 'automatic-share', direction: 'neither' }),
  share('answered-by-machine', { ...inChannels, name: 'machine-only', direction: 'neither' }),
]

const inSentiment = { family: 'sentiment' } as const
const sentiment: Metric[] = [
  count(['negative'], { ...inSentiment, name: 'texts-read', direction: 'neither' }),
  share('negative', { ...inSentiment, name: 'negative-share', direction: 'down' }),
  share('neutral', { ...inSentiment, name: 'neutral-share', direction: 'neither' }),
  share('positive', { ...inSentiment, name: 'positive-share', direction: 'up' }),
]

export const readyMadeMetrics: readonly Metric[] = [...service, ...calls, ...feedback, ...quality, ...channels, ...sentiment]
