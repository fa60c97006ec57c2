import { counting } from './counting.ts'
import type { ReportWords } from './words.ts'

const count = counting('en')

export const en: ReportWords = {
  page: (page, pages) => `${page}\u00a0of\u00a0${pages}`,
  period: 'Period', scope: 'Scope', comparedWith: (name) => `Compared with: ${name}`, made: (at, zone) => `Made ${at} (${zone})`, zone: 'Time zone', comment: 'Comment',
  of: (n) => `of\u00a0${n}`, fewAnswers: (n, from) => `${count(n, { one: 'answer', many: 'answers' })}, shown from\u00a0${from}`,
  was: (value) => `was ${value}`, same: 'the same', unsure: 'may be chance', running: 'the period is not over', noneBefore: 'nothing to compare with', fewBefore: (n) => `too few before to compare: ${n}`,
  tone: { good: 'better', bad: 'worse' }, up: 'up', down: 'down',
  network: (value, n) => `whole network: ${value}${n === null ? '' : ` (of\u00a0${n})`}`, networkName: 'whole network', ownName: 'this report',
  leftOut: (n) => `${n}\u00a0left out: their days are not over yet`,
  nothing: 'Nothing in this period.', problem: 'This could not be counted:', warnings: 'The live view shows current warnings.', onlyFew: 'Too little in each stretch to draw a line.', noNames: (dimension) => `Nothing to compare: “${dimension}” is filled in nowhere.`,
  leftInTable: (n) => `and ${n} more in the live view`, more: (n) => `and ${count(n, { one: 'more row', many: 'more rows' })} in the live view`,
  rest: 'The rest of the report is in the live view.',
  noTickets: 'There are no such tickets.', noComments: 'Nobody left a comment.', noLoops: 'There were no low scores.', noSentences: 'Too little to say anything.',
  place: 'Place', dimensions: { channel: 'Channel', queue: 'Queue', reason: 'Reason', location: 'Location', team: 'Team', staff: 'Person', survey: 'Survey', touchpoint: 'When asked', language: 'Language', newcomer: 'New or returning' },
  newcomer: { true: 'New customers', false: 'Returning customers' }, none: 'none', ownMark: (name) => `Marked: ${name}`,
  interval: 'Interval', count: 'Number', difference: 'Change', real: 'a real change', mayBeChance: 'may be chance',
  tickets: { number: 'Number', subject: 'Subject', customer: 'Customer', owner: 'Owner', place: 'Where', due: 'Due', created: 'Since', missing: 'What is missing', nobody: 'nobody', late: (duration) => `${duration} late` },
  missing: { reason: 'reason', customer: 'customer', location: 'location', owner: 'owner', result: 'result', note: 'note', phone: 'phone', text: 'text', duration: 'duration' },
  comments: { anonymous: 'anonymous', becameOf: 'What followed:', score: (score, most) => (most === null ? `score ${score}` : `score ${score} of\u00a0${most}`) },
  loops: { opened: 'Date', customer: 'Customer', score: 'Score', state: 'State', owner: 'Owner', cause: 'Cause', remedy: 'What was done', contactedAt: 'First contact', recovered: 'Recovered', remedyOf: (cause, remedy) => [cause, remedy].filter(Boolean).join(': ') },
  loopStates: { open: 'waits for a call', contacted: 'called back', closed: 'closed', asked: 'asked again', recovered: 'recovered', 'not-recovered': 'not recovered' },
  yes: 'yes', no: 'no', live: 'Open\u00a0the\u00a0live\u00a0view', liveHint: 'The same figures as they are when you open it, with the way to every entry.', because: 'Why you get this report', pause: 'Pause this report',
  howToRead: 'How to read this',
  how: { interval: 'With 95% certainty a value with ± lies within the interval shown: the fewer answers, the wider it is.', arrow: 'An arrow stands only at a change that chance does not explain.', few: 'Where there are too few answers no value is shown, so that it neither misleads nor gives away who answered.', unprintable: 'The sign □ stands for letters and symbols that the typeface of this document lacks; the live view has them all.' },
  chart: (title) => `Chart: ${title}`, chartSays: (title, figures) => `${title}. ${figures}`, text: 'Text',
  sheet: { report: 'Report', link: 'Live', metric: 'Metric', value: 'Value', low: 'Interval from', high: 'Interval to', n: 'Number (n)', before: 'Before', change: 'Change', changeLow: 'Change from', changeHigh: 'Change to', real: 'Real', network: 'Whole network', networkN: 'Whole network (n)', from: 'From', to: 'To', weekday: 'Weekday', hour: 'Hour', usualLow: 'Usually from', usualHigh: 'Usually to', own: 'Marked', outside: 'Against chance', above: 'above the limits', below: 'below the limits', answer: 'Comment', at: 'When', location: 'Location', ticket: 'Ticket', queue: 'Queue', duration: 'time', share: 'Share', note: 'Note', sentence: 'Summary', block: 'Sheet', contents: 'Contents' },
}
