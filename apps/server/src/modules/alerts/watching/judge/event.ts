// Rules on single things. Pure: the same occurrence and rule give the same firing, today and in a back-test.
import type { ConditionRule } from '@kontuar/conditions'
import { saysItself } from '../../condition-words/index.ts'
import type { Firing } from '../../firing.ts'
import type { Why } from '../../why.ts'
import type { EventRule, RuleToJudge } from '../compile/compiled-rule.ts'
import type { Occurrence } from '../occurrence.ts'

/** What came from a list is history. What came late is news all the same: a bad rating stays one. */
export const isNews = (rule: RuleToJudge, { at, imported }: Occurrence): boolean => !imported && at >= rule.since

export const firingOf = (rule: EventRule, o: Occurrence): Firing => ({ ...aboutOf(o), ruleId: rule.id, ruleVersion: rule.version, occurrence: o.id, key: o.key, at: new Date(o.at), urgent: rule.urgent, noData: false, why: { ...whyOf(o), ...whatWasFound(rule, o) } })

/** What the figures of an occurrence say already; of what goes by an id an alert names the place, the queue, the person. */
const saidAnyway: ReadonlySet<string> = new Set(['score', 'tone', 'metric', 'stars', 'sentiment', 'happened', 'clock', 'lateMinutes', 'kind'])
const mostFound = 5

function whatWasFound(rule: EventRule, o: Occurrence): { found?: ConditionRule[] } {
  const found = rule.held(o).filter((one) => one.operator !== 'notNull' && !saidAnyway.has(one.field) && saysItself(one)).slice(0, mostFound)
  return found.length === 0 ? {} : { found: found.map(({ field, operator, value }) => ({ field, operator, value })) }
}

export type About = Pick<Firing, 'ticketId' | 'answerId' | 'interactionId' | 'customerId' | 'locationId' | 'queueId' | 'teamId' | 'staffId'>
export const aboutOf = (o: Occurrence): About => ({ ticketId: o.ticketId, answerId: o.answerId, interactionId: o.interactionId, customerId: o.customerId, locationId: o.locationId, queueId: o.queueId, teamId: o.teamId, staffId: o.staffId })

/** Codes and figures alone; the words are read where somebody may see them. */
function whyOf(o: Occurrence): Why {
  const why = { code: 'event', on: o.subject } as const
  switch (o.subject) {
    case 'answer': return { ...why, score: o.score, scaleMin: o.scaleMin, scaleMax: o.scaleMax, metric: o.metric, sentiment: o.sentiment }
    case 'interaction': return { ...why, stars: o.stars, sentiment: o.sentiment, priority: o.priority }
    case 'ticket': return { ...why, happened: o.happened, priority: o.priority }
    case 'breach': return { ...why, happened: o.happened, clock: o.clock, lateMinutes: o.lateMinutes === null ? null : Math.round(o.lateMinutes), priority: o.priority }
  }
}
