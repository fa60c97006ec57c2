// What a change of a ticket is called. Names and details come from the diary; what is unknown is left out rather than
// shown raw.
import type { Interaction } from '@kontuar/contracts'
import type { TFunction } from 'i18next'
import { results } from '../actions/results.ts'
import { priorities } from '../list/ticket-search.ts'
import { becauseWords } from '../ticket/panel/decision-words.ts'
import { clockWords } from './clock-event-words.ts'

type Event = NonNullable<Interaction['event']>
/** Names of what the diary holds by id or key, in the reader's language; undefined when it is not known here. */
export interface Names {
  staff: (id: string) => string | undefined
  status: (key: string) => string | undefined
  queue: (id: string) => string | undefined
  reason: (id: string) => string | undefined
  tag: (id: string) => string | undefined
  location: (id: string) => string | undefined
  field: (id: string) => string | undefined
  instant: (at: string) => string
  day: (on: string) => string
  me: string
}

const pair = (value: unknown): [unknown, unknown] | null => (Array.isArray(value) && value.length === 2 ? [value[0], value[1]] : null)
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [])

/** One phrase for each thing that changed; `by` is the id of who did it, null for the program. */
export function eventWords(event: Event, t: TFunction<'ticket'>, names: Names, by: string | null): string[] {
  const clock = clockWords(event, t, names)
  if (clock !== null) return clock
  const words = changeWords(event.detail, t, names, by)
  const because = becauseWords(event.detail['because'], t)
  if (because !== null) words.push(because)
  if (event.name === 'merged' || event.name === 'unmerged') return mergeWords(event, t)
  if (event.name === 'assigned' && words.length === 0) return [t('event.assigned', { name: t('event.somebody') })]
  if (event.name === 'given-back') return [t('event.givenBack'), ...(because === null ? [] : [because])]
  if (words.length > 0) return words
  if (/creat/i.test(event.name)) return [t('event.created')]
  if (/reopen/i.test(event.name)) return [t('event.reopened')]
  if (/confirm/i.test(event.name)) return [t('event.confirmed')]
  if (event.name === 'answer-bounced') return [t('event.bounced')]
  return [t('event.other')]
}

function mergeWords({ name, detail }: Event, t: TFunction<'ticket'>): string[] {
  const other = (detail['into'] ?? detail['from']) as { number?: unknown } | undefined
  const number = other?.number
  const known = typeof number === 'number' || typeof number === 'string'
  const gone = detail['into'] !== undefined
  if (name === 'unmerged') return [known ? t('event.unmergedNumber', { number: String(number) }) : t('event.unmerged')]
  return [known ? t(gone ? 'event.mergedInto' : 'event.mergedNumber', { number: String(number) }) : t('event.merged')]
}

/** The fields of a change, each as one phrase. */
function changeWords(detail: Event['detail'], t: TFunction<'ticket'>, names: Names, by: string | null): string[] {
  const words: string[] = []
  const changed = (name: string) => pair(detail[name])
  const named = (name: string, find: (id: string) => string | undefined, set: (name: string) => string, none: string) => {
    const to = changed(name)
    if (to) words.push(to[1] === null ? none : set(find(String(to[1])) ?? '…'))
  }
  const status = changed('status')?.[1] ?? text(detail['status'])
  const statusName = typeof status === 'string' ? names.status(status) : undefined
  if (statusName !== undefined) words.push(t('event.status', { status: statusName }))
  const owner = changed('assigneeId')
  if (owner) {
    const to = text(owner[1])
    if (to === null) words.push(t('event.unassigned'))
    else words.push(to === by ? t('event.took') : to === names.me ? t('event.assignedToMe') : t('event.assigned', { name: names.staff(to) ?? t('event.somebody') }))
  }
  const priority = priorities.find((each) => each === (changed('priority')?.[1] ?? detail['priority']))
  if (priority) words.push(t('event.priority', { priority: t(`priority.${priority}`) }))
  named('queueId', names.queue, (name) => t('event.queue', { name }), t('event.noQueue'))
  named('locationId', names.location, (name) => t('event.location', { name }), t('event.noLocation'))
  named('reasonId', names.reason, (name) => t('event.reason', { name }), t('event.noReason'))
  const result = changed('result')
  const resultKey = results.find((each) => each === result?.[1])
  if (result) words.push(resultKey ? t('event.result', { result: t(`result.${resultKey}`) }) : t('event.noResult'))
  else if (changed('resultNote')) words.push(t('event.resultNote'))
  const tags = changed('tagIds')
  if (tags) {
    const [before, after] = [ids(tags[0]), ids(tags[1])]
    const list = (of: string[]) => of.map((id) => names.tag(id) ?? '…').join(', ')
    const [added, dropped] = [after.filter((id) => !before.includes(id)), before.filter((id) => !after.includes(id))]
    if (added.length > 0) words.push(t('event.tagsAdded', { tags: list(added), count: added.length }))
    if (dropped.length > 0) words.push(t('event.tagsDropped', { tags: list(dropped), count: dropped.length }))
  }
  const fields = changedFields(detail['fields'])
  if (fields.length > 0) words.push(t('event.fields', { fields: fields.map((id) => names.field(id) ?? '…').join(', '), count: fields.length }))
  const renamed = changed('subject')
  if (renamed) words.push(t('event.subject', { subject: String(renamed[1]) }))
  return words
}

/** Ids of the custom fields that differ, whether the diary holds [before, after] of all or a pair for each. */
function changedFields(value: unknown): string[] {
  const both = pair(value)
  if (both && both.every((each) => each === null || (typeof each === 'object' && !Array.isArray(each)))) {
    const [before, after] = both.map((each) => (each ?? {}) as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>]
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]))
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
}
