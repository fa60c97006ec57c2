// What a change of a ticket is called. Names and details come from the diary; what is unknown is left out rather than
// shown raw.
import type { Interaction } from '@kontuar/contracts'
import type { TFunction } from 'i18next'
import { priorities, statuses } from '../list/ticket-search.ts'

const pair = (value: unknown): [unknown, unknown] | null => (Array.isArray(value) && value.length === 2 ? [value[0], value[1]] : null)

/** One phrase for each thing that changed. `nameOf` knows colleagues by id. */
export function eventWords(event: NonNullable<Interaction['event']>, t: TFunction<'tickets'>, nameOf: (id: string) => string | undefined): string[] {
  const words: string[] = []
  const { status, priority, assigneeId, subject } = event.detail
  const known = <T extends string>(values: readonly T[], value: unknown) => values.find((each) => each === value)

  const nextStatus = known(statuses, pair(status)?.[1] ?? status)
  if (nextStatus) words.push(t('event.status', { status: t(`status.${nextStatus}`) }))
  const nextPriority = known(priorities, pair(priority)?.[1] ?? priority)
  if (nextPriority) words.push(t('event.priority', { priority: t(`priority.${nextPriority}`) }))
  const owner = pair(assigneeId)
  if (owner) words.push(owner[1] === null ? t('event.unassigned') : t('event.assigned', { name: nameOf(String(owner[1])) ?? t('event.somebody') }))
  const renamed = pair(subject)
  if (renamed) words.push(t('event.subject', { subject: String(renamed[1]) }))

  if (words.length > 0) return words
  if (/creat/i.test(event.name)) return [t('event.created')]
  if (/reopen/i.test(event.name)) return [t('event.reopened')]
  if (/confirm/i.test(event.name)) return [t('event.confirmed')]
  return [t('event.other')]
}
