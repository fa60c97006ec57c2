// Why something cannot be retired, in the reader's language. The server names the things in one English sentence; what
// cannot be read from it is shown as it is.
import type { TFunction } from 'i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { currentLocale } from '../../../i18n/i18n.ts'

/** What the sentence names besides the thing itself: `"A" is used by the queue "B", the shift of C: …` gives B and C. */
export function usersNamed(detail: string): string[] {
  return [...detail.matchAll(/"([^"]*)"|the shift of ([^,:]+)/g)].map(([, quoted, person]) => quoted ?? person ?? '').slice(1)
}

/** How many open tickets the sentence counts; null when it speaks of something else. */
export function openNamed(detail: string): number | null {
  if (detail.startsWith('One open ticket ')) return 1
  const [, count] = /^(\d+) (?:or more )?open tickets /.exec(detail) ?? []
  return count === undefined ? null : Number(count)
}

export const quotedList = (names: readonly string[], t: TFunction<'queues'>): string => new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names.map((name) => t('quoted', { name })))

export function queueRefusal(error: unknown, t: TFunction<'queues'>): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  const { detail, fields } = error
  if (fields['retired'] === 'it is the default queue') return t('refused.default')
  if (detail === undefined) return undefined
  const open = openNamed(detail)
  if (open !== null) return t('refused.open', { count: open })
  const users = usersNamed(detail)
  return users.length > 0 ? t('refused.users', { users: quotedList(users, t) }) : detail
}
