import { changeSurveyLink, createSurveyLink, listSurveyLinks, type BodyOf, type SurveyLink } from '@kontuar/contracts'
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { problemText } from '../../../../ui/problem-text.ts'
import { showNotice } from '../../../../ui/undo.ts'

export type LinkRoad = SurveyLink['road']

const linksQuery = (surveyId: string, road: LinkRoad) => infiniteQueryOptions({
  queryKey: queryKeys.surveyLinks.list({ surveyId, road }),
  queryFn: ({ pageParam, signal }) => api(listSurveyLinks, { query: { surveyId, road, limit: 200, ...(pageParam !== null && { cursor: pageParam }) }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

/** Those of one road, the newest first. */
export function useLinks(surveyId: string, road: LinkRoad) {
  const query = useInfiniteQuery(linksQuery(surveyId, road))
  return { ...query, links: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

export function useMakeLinks() {
  const queries = useQueryClient()
  return useMutation({ mutationFn: (body: BodyOf<typeof createSurveyLink>) => api(createSurveyLink, { body }), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.surveyLinks.all }) })
}

/** Switched at once and told with its way back. The address never changes: it hangs on walls. */
export function useLinkActs() {
  const { t } = useTranslation('roads')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  async function change(link: SurveyLink, body: BodyOf<typeof changeSurveyLink>, message: string, undo: BodyOf<typeof changeSurveyLink>, undone: string): Promise<void> {
    try {
      await api(changeSurveyLink, { params: { id: link.id }, body })
      showNotice({ message, undo: () => change(link, undo, undone, body, message) })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void queries.invalidateQueries({ queryKey: queryKeys.surveyLinks.all })
    }
  }
  const called = (link: SurveyLink) => ({ name: [link.name, link.place].filter(Boolean).join(', ') })
  return {
    setActive: (link: SurveyLink, active: boolean) => change(link, { active }, active ? t('switchedOn', called(link)) : t('switchedOff', called(link)), { active: !active }, active ? t('switchedOff', called(link)) : t('switchedOn', called(link))),
    retire: (link: SurveyLink) => change(link, { retired: true }, t('retired', called(link)), { retired: false, ...(link.active && { active: true }) }, t('broughtBack', called(link))),
  }
}
