import type { ConditionWords } from './words.ts'

export const en: ConditionWords = {
  fields: {
    happened: 'what happened', clock: 'deadline', lateMinutes: 'minutes late', score: 'rating', tone: 'tone', metric: 'question', text: 'text', sentiment: 'mood', topicId: 'topic', kind: 'kind', stars: 'stars', surveyId: 'survey', touchpointId: 'touchpoint', road: 'road',
    priority: 'priority', channel: 'channel', queueId: 'queue', locationId: 'location', teamId: 'team', staffId: 'person', reasonId: 'reason for contact', result: 'result', tagIds: 'tags', customerTagIds: 'tags of the customer', companyId: 'company', newcomer: 'new customer', language: 'language', weekday: 'weekday', hour: 'hour',
  },
  operators: {
    '=': 'is', '!=': 'is not', '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least', between: 'between', notBetween: 'not between', in: 'one of', notIn: 'none of', mentions: 'mentions', doesNotMention: 'does not mention', contains: 'contains', doesNotContain: 'does not contain', beginsWith: 'begins with', doesNotBeginWith: 'does not begin with',
    endsWith: 'ends with', doesNotEndWith: 'does not end with', null: 'is empty', notNull: 'is not empty', within: 'within', notWithin: 'not within', containsAny: 'has one of', containsAll: 'has all of', containsNone: 'has none of',
  },
  values: { opened: 'opened', reopened: 'reopened', complaint: 'became a complaint', warned: 'near', breached: 'passed', negative: 'negative', neutral: 'neutral', positive: 'positive', low: 'low', middle: 'middle', high: 'high', urgent: 'urgent', normal: 'normal', message: 'message', call: 'call', visit: 'visit', 'first-response': 'first reply', 'next-response': 'next reply', resolution: 'resolution', status: 'time in status', nps: 'NPS', csat: 'CSAT', ces: 'CES' },
  and: ' and ', or: ' or ', not: (inner) => `not (${inner})`, quoted: (text) => `“${text}”`, yes: 'yes', no: 'no', gone: 'something that is no more', between: (low, high) => `${low} and ${high}`,
  on: { event: '', sequence: 'in a row: ', silence: 'none for too long: ' }, among: 'among',
}
