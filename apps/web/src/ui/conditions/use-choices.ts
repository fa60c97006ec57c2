// The choices of a field with their names in the reader's language.
import { listCompanies, listMailboxes, type ConditionField } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useLocations, useQueues, useReasons, useStaff, useStatuses, useTags } from '../../api/desk.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { useNamed } from '../ready-made.ts'

export interface Choice { id: string; name: string; /** No longer given to new tickets. */ retired?: boolean }
interface Node { id: string; name: string; parentId?: string | null | undefined; retired?: boolean | undefined }

/** "Complaint › Defective goods". */
function pathName(node: Node, all: ReadonlyMap<string, Node>): string {
  const names: string[] = []
  for (let at: Node | undefined = node; at && names.length < 10; at = at.parentId ? all.get(at.parentId) : undefined) names.unshift(at.name)
  return names.join(' › ')
}
function withPaths(nodes: readonly Node[]): Choice[] {
  const all = new Map(nodes.map((node) => [node.id, node]))
  return nodes.map((node) => ({ id: node.id, name: pathName(node, all), retired: node.retired ?? false })).sort((a, b) => a.name.localeCompare(b.name, currentLocale()))
}

const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'post', 'review'] as const
const languages = ['pl', 'ru', 'en', 'uk', 'de', 'cs', 'lt', 'fr', 'es', 'it'] as const
export const results = ['solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other'] as const

/** @param asked Fields of which choices are needed: lists that are long or rare are asked for only then. */
export function useChoices(asked: readonly ConditionField[]): (field: ConditionField) => readonly Choice[] {
  const { t } = useTranslation('conditions')
  const look = t as unknown as (key: string, options: object) => string
  const named = useNamed()
  const [statuses, queues, reasons, tags, locations, staff] = [useStatuses(), useQueues(), useReasons(), useTags(), useLocations(), useStaff()]
  const wants = (source: string) => asked.some(({ choices }) => choices === source)
  const mailboxes = useQuery({ queryKey: queryKeys.mailboxes.list, queryFn: ({ signal }) => api(listMailboxes, { query: { limit: 200 }, signal }), staleTime: 5 * 60_000, enabled: wants('mailboxes') }).data?.items ?? []
  const companies = useQuery({ queryKey: queryKeys.companies.list({ limit: 200 }), queryFn: ({ signal }) => api(listCompanies, { query: { limit: 200 }, signal }), enabled: wants('companies') }).data?.items ?? []
  const language = new Intl.DisplayNames(currentLocale(), { type: 'language' })

  return (field) => {
    switch (field.choices) {
      case 'statuses': return statuses.map((each) => ({ id: each.key, name: named('status', each), retired: each.retired }))
      case 'status-categories': return (['new', 'open', 'waiting', 'closed'] as const).map((id) => ({ id, name: t(`category.${id}`) }))
      case 'priorities': return (['urgent', 'high', 'normal', 'low'] as const).map((id) => ({ id, name: t(`priority.${id}`) }))
      case 'queues': return queues.map((each) => ({ id: each.id, name: named('queue', each), retired: each.retired }))
      case 'reasons': return withPaths(reasons.map((each) => ({ id: each.id, name: named('reason', each), parentId: each.parentId, retired: each.retired })))
      case 'tags': case 'customer-tags': return tags
      case 'locations': return locations
      case 'staff': return staff.map(({ id, name, active }) => ({ id, name, retired: !active }))
      case 'mailboxes': return mailboxes
      case 'companies': return companies
      case 'channels': return channels.map((id) => ({ id, name: t(`channel.${id}`) }))
      case 'languages': return languages.map((id) => ({ id, name: language.of(id) ?? id }))
      case 'results': return results.map((id) => ({ id, name: t(`result.${id}`) }))
      default: return field.custom ? withPaths(field.options) : field.options.map(({ id, name }) => ({ id, name: look(`direction.${id}`, { defaultValue: name }) }))
    }
  }
}
