// What conditions of alert rules may ask of an occurrence. They are never asked in SQL: one predicate judges what has just come and what lies
// in the past. Nothing here hangs on the moment it is asked at ("within the last day"): the past would answer otherwise than the present did.
import { fieldRegistry, jsonField, operatorsOfType, type FieldDefinition, type Operator, type Registry } from '@kontuar/conditions'
import { findPhrase } from '@kontuar/conditions/mentions'
import type { AlertSubject, ConditionField, CustomField } from '@kontuar/contracts'
import type { Occurrence } from '../../watching/occurrence.ts'
import type { AlertWords } from './alert-words.ts'

type AlertField = FieldDefinition<Occurrence>
export type AlertFields = Registry<AlertField>
type Choices = ConditionField['choices']
/** A field, where its choices come from, and of which occurrences it is asked. */
interface Described { field: AlertField; choices: Choices; options: readonly string[]; of: readonly AlertSubject[] }

const everything: readonly AlertSubject[] = ['answer', 'interaction', 'ticket', 'breach']
const ofTickets: readonly AlertSubject[] = ['interaction', 'ticket', 'breach']
const said: readonly AlertSubject[] = ['answer', 'interaction']
/** Of the scales there are the widest is 0 to 10. */
const scoreRange = { min: 0, max: 10 }
const priorities = ['urgent', 'high', 'normal', 'low']
const sentiments = ['negative', 'neutral', 'positive']
const tones = ['low', 'middle', 'high']
const scores = ['nps', 'csat', 'ces']
const kinds = ['message', 'call', 'visit']
const clocks = ['first-response', 'next-response', 'resolution', 'status']
const results = ['solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other']
const roads = ['email', 'sms', 'link', 'qr', 'kiosk', 'website', 'embedded', 'api', 'agent', 'import']
const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'review']
const happenedTo: Partial<Record<AlertSubject, readonly string[]>> = { ticket: ['opened', 'reopened', 'complaint'], breach: ['warned', 'breached'] }

/** Of one moment: dates are compared with dates, never with today. */
const timeless = (type: 'date'): readonly Operator[] => operatorsOfType[type].filter((o) => !['today', 'withinLast', 'withinNext', 'olderThan', 'laterThan'].includes(o))

const never = 'null'
const text = (name: string, read: (o: Occurrence) => string | null): AlertField => ({ name, type: 'text', sql: never, read, mentions: findPhrase })
const number = (name: string, range: { min: number; max: number }, read: (o: Occurrence) => number | null): AlertField => ({ name, type: 'number', range, sql: never, read })
/** Minutes: told a year before its deadline at most, and looked at for ten years after it. */
const lateness = { min: -527_040, max: 5_270_400 }
const choice = (name: string, read: (o: Occurrence) => string | null, known?: ReadonlySet<string>): AlertField => ({ name, type: 'choice', sql: never, read, ...(known === undefined ? {} : { known }) })

function describe(words: AlertWords, on: AlertSubject): Described[] {
  const { reasons, known } = words
  const row = (field: AlertField, of: readonly AlertSubject[], choices: Choices = null, options: readonly string[] = []): Described => ({ field, of, choices, options })
  const fixed = (name: string, options: readonly string[], of: readonly AlertSubject[], read: (o: Occurrence) => string | null, choices: Choices = 'options') => row(choice(name, read, new Set(options)), of, choices, choices === 'options' ? options : [])
  const stored = (name: string, source: keyof NonNullable<AlertWords['known']>, of: readonly AlertSubject[], read: (o: Occurrence) => string | null, choices: Choices) =>
    row({ ...choice(name, read, known?.[source]), ids: 'uuid' } as AlertField, of, choices)
  const tree = (name: string, of: readonly AlertSubject[], read: (o: Occurrence) => string | null) => row({
    name, type: 'tree', ids: 'uuid', sql: never, read, ...(known === null ? {} : { known: new Set(reasons.map((r) => r.id)) }), descendants: (id: string) => reasons.filter((r) => r.id !== id && r.path.includes(id)).map((r) => r.id),
  }, of, 'reasons')
  const tags = (name: string, of: readonly AlertSubject[], read: (o: Occurrence) => readonly string[], choices: Choices) => row({ name, type: 'choices', ids: 'uuid', sql: never, read, ...(known === null ? {} : { known: known.tags }) }, of, choices)
  return [
    fixed('happened', happenedTo[on] ?? [], ['ticket', 'breach'], (o) => o.happened), fixed('clock', clocks, ['breach'], (o) => o.clock), row(number('lateMinutes', lateness, (o) => o.lateMinutes), ['breach']),
    row(number('score', scoreRange, (o) => o.score), ['answer']), fixed('tone', tones, ['answer'], (o) => o.tone), fixed('metric', scores, ['answer'], (o) => o.metric),
    row(text('text', (o) => o.text), said), fixed('sentiment', sentiments, said, (o) => o.sentiment), tree('topicId', said, (o) => o.topicId),
    fixed('kind', kinds, ['interaction'], (o) => o.kind), row(number('stars', { min: 1, max: 5 }, (o) => o.stars), ['interaction']),
    stored('surveyId', 'surveys', ['answer'], (o) => o.surveyId, 'options'), stored('touchpointId', 'touchpoints', ['answer'], (o) => o.touchpointId, 'options'), fixed('road', roads, ['answer'], (o) => o.road),
    fixed('priority', priorities, ofTickets, (o) => o.priority, 'priorities'), row(choice('channel', (o) => o.channel, new Set(channels)), everything, 'channels'),
    stored('queueId', 'queues', everything, (o) => o.queueId, 'queues'), stored('locationId', 'locations', everything, (o) => o.locationId, 'locations'), stored('teamId', 'teams', everything, (o) => o.teamId, 'options'),
    row({ name: 'staffId', type: 'person', ids: 'uuid', sql: never, read: (o) => o.staffId, ...(known === null ? {} : { known: known.staff }) }, everything, 'staff'), tree('reasonId', everything, (o) => o.reasonId),
    fixed('result', results, ['answer', 'ticket'], (o) => o.ticketResult, 'results'), tags('tagIds', everything, (o) => o.tagIds, 'tags'), tags('customerTagIds', everything, (o) => o.customerTagIds, 'customer-tags'),
    stored('companyId', 'companies', everything, (o) => o.companyId, 'companies'), row({ name: 'newcomer', type: 'boolean', sql: never, read: (o) => o.newcomer }, everything), row(choice('language', (o) => o.language), everything, 'languages'),
    row(number('weekday', { min: 1, max: 7 }, (o) => o.weekday), everything), row(number('hour', { min: 0, max: 23 }, (o) => o.hour), everything),
    ...words.customFields.map((f) => row(customField(f), f.subject === 'customer' ? everything : ofTickets, isChosen(f) ? 'options' : null)),
  ].filter(({ of }) => of.includes(on))
}

export const alertFields = (words: AlertWords, on: AlertSubject): AlertFields => fieldRegistry(describe(words, on).map(({ field }) => field))
export const describeAlertFields = describe

export const customFieldName = (f: Pick<CustomField, 'id' | 'subject'>) => `${f.subject === 'customer' ? 'customer.fields' : 'fields'}.${f.id}`
const isChosen = (f: Pick<CustomField, 'type'>) => f.type === 'choice' || f.type === 'tree'
const typeOf = { text: 'text', link: 'text', number: 'number', date: 'date', choice: 'choice', tree: 'tree', checkbox: 'boolean' } as const

function customField(f: AlertWords['customFields'][number]): AlertField {
  const type = typeOf[f.type]
  return jsonField<Occurrence>({
    name: customFieldName(f), type, column: never, key: f.id, readJson: f.subject === 'customer' ? (o) => o.customerFields : (o) => o.fields,
    ...(isChosen(f) ? { known: new Set(f.options.map((o) => o.id)) } : {}), ...(type === 'boolean' ? { nullable: false } : {}), ...(type === 'text' ? { mentions: findPhrase } : {}), ...(type === 'date' ? { operators: timeless('date') } : {}), descendants: (id) => below(f.options, id),
  })
}

function below(options: CustomField['options'], id: string): string[] {
  const found = new Set([id])
  // As many rounds as the tree is deep; one that turns in a circle ends when nothing is added.
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const option of options) if (option.parentId && found.has(option.parentId)) found.add(option.id)
  }
  found.delete(id)
  return [...found]
}
