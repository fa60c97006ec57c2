// What a filter of answers is called, and what stands for its value: names for people, not ids.
import { getCustomer, getTicket, listTouchpoints } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useLocations, useQueues, useStaff, useTags, useTeams } from '../../../../api/desk.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { useNamed } from '../../../../ui/ready-made.ts'
import { languageName } from '../../build/edit/language-names.ts'
import { surveyQuery } from '../../surveys/survey-queries.ts'
import type { AnswerSearch, DimensionName, FilterName } from '../answer-search.ts'
import { channels, isRoad } from './choices.ts'

export const touchpointsQuery = (surveyId: string | undefined) => ({ queryKey: queryKeys.touchpoints.list({ surveyId }), queryFn: ({ signal }: { signal: AbortSignal }) => api(listTouchpoints, { query: { limit: 200, ...(surveyId && { surveyId }) }, signal }) })

/** The name of one member of a dimension; `none` is one too. */
export function useMemberName(search: Pick<AnswerSearch, 'touchpoint' | 'survey'>): (dimension: DimensionName, member: string) => string {
  const { t } = useTranslation('answers')
  const named = useNamed()
  const [locations, teams, staff, queues] = [useLocations(), useTeams(), useStaff(), useQueues()]
  const touchpoints = useQuery({ ...touchpointsQuery(search.survey), enabled: search.touchpoint !== undefined && search.touchpoint !== 'none' }).data?.items ?? []
  const channel = useChannelName()
  return (dimension, member) => {
    if (member === 'none') return t('filter.none')
    const name = (all: readonly { id: string; name: string }[]) => all.find(({ id }) => id === member)?.name ?? '…'
    if (dimension === 'location') return name(locations)
    if (dimension === 'team') return name(teams)
    if (dimension === 'staff') return name(staff)
    if (dimension === 'touchpoint') return name(touchpoints)
    if (dimension === 'channel') return channel(member)
    if (dimension === 'road') return isRoad(member) ? t(`road.${member}`) : member
    if (dimension === 'language') return languageOf(member)
    const queue = queues.find(({ id }) => id === member)
    return queue ? named('queue', queue) : '…'
  }
}

/** A tag that is no language is shown as it is. */
export function languageOf(tag: string): string {
  try {
    return languageName(tag)
  } catch {
    return tag
  }
}

/** A channel that this version has no word for is shown as it is. */
export function useChannelName(): (channel: string) => string {
  const { t } = useTranslation('answers')
  return (channel) => {
    const known = channels.find((each) => each === channel)
    return known ? t(`channel.${known}`) : channel
  }
}

/** What is said of each filter in the address. */
export function useFilterWords(search: AnswerSearch): (name: FilterName) => string {
  const { t } = useTranslation('answers')
  const member = useMemberName(search)
  const tags = useTags()
  const survey = useQuery({ ...surveyQuery(search.survey ?? ''), enabled: search.survey !== undefined })
  const customer = useQuery({ queryKey: queryKeys.customers.one(search.customer ?? ''), queryFn: ({ signal }) => api(getCustomer, { params: { id: search.customer! }, signal }), enabled: search.customer !== undefined })
  const ticket = useQuery({ queryKey: queryKeys.tickets.one(search.ticket ?? ''), queryFn: ({ signal }) => api(getTicket, { params: { id: search.ticket! }, signal }), enabled: search.ticket !== undefined })
  return (name) => {
    if (name === 'survey') return survey.data?.name ?? '…'
    if (name === 'customer') return customer.data?.name || customer.data?.identities[0]?.address || '…'
    if (name === 'ticket') return ticket.data ? `#${ticket.data.number}` : '…'
    if (name === 'tone') return t(`tone.${search.tone!}`)
    if (name === 'state') return t(`state.${search.state!}`)
    if (name === 'commented') return t(`commented.${search.commented!}`)
    if (name === 'solved') return t(`solved.${search.solved!}`)
    if (name === 'invalid') return t('invalid.only')
    if (name === 'tag') return tags.find(({ id }) => id === search.tag)?.name ?? '…'
    if (name === 'question') return chosenWords(search, survey.data?.draft, t('filter.answered'))
    return member(name, search[name]!)
  }
}

/** "Would you come again? Yes", from the draft: ids mean the same in every version. */
function chosenWords({ question: id, value }: AnswerSearch, definition: { questions: readonly { id: string; title: Readonly<Partial<Record<string, string>>>; options?: readonly { id: string; label: Readonly<Partial<Record<string, string>>> }[]; rows?: readonly { id: string; label: Readonly<Partial<Record<string, string>>> }[] }[]; defaultLanguage: string } | undefined, answered: string): string {
  const question = definition?.questions.find((each) => each.id === id)
  const text = (texts: Readonly<Partial<Record<string, string>>> | undefined, or: string) => texts?.[document.documentElement.lang] ?? texts?.[definition!.defaultLanguage] ?? or
  if (!question) return value === undefined ? `${id} (${answered})` : `${id}: ${value}`
  if (value === undefined || value.startsWith('~')) return `${text(question.title, id!)} (${answered})`
  const [row, column] = question.rows && value.includes(':') ? [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)] : [undefined, value]
  const label = (options: typeof question.options, one: string) => text(options?.find((each) => each.id === one)?.label, one)
  return `${text(question.title, id!)} ${row === undefined ? '' : `${label(question.rows, row)}: `}${label(question.options, column)}`
}
