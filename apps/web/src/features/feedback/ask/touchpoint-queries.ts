import { changeTouchpoint, getFeedbackSettings, listTouchpoints, type BodyOf, type Touchpoint } from '@kontuar/contracts'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { moved } from '../../../ui/sortable/moved.ts'
import { showNotice } from '../../../ui/undo.ts'

/** All of them in their order, retired ones last: an organization has a dozen, not hundreds. */
export const touchpointsQuery = queryOptions({ queryKey: queryKeys.touchpoints.list({}), queryFn: ({ signal }) => api(listTouchpoints, { query: { limit: 200 }, signal }) })
export const feedbackSettingsQuery = queryOptions({ queryKey: queryKeys.feedbackSettings, queryFn: ({ signal }) => api(getFeedbackSettings, { signal }), staleTime: 5 * 60_000 })

/** What is done with a touchpoint from a list: shown at once, told with its way back. */
export function useTouchpointActs() {
  const { t } = useTranslation('asking')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const key = touchpointsQuery.queryKey

  async function change(touchpoint: Touchpoint, body: BodyOf<typeof changeTouchpoint>): Promise<boolean> {
    await queries.cancelQueries({ queryKey: queryKeys.touchpoints.all })
    queries.setQueryData(key, (before) => before && { ...before, items: before.items.map((each) => (each.id === touchpoint.id ? ({ ...each, ...body, definition: each.definition } as Touchpoint) : each)) })
    try {
      await api(changeTouchpoint, { params: { id: touchpoint.id }, body })
      return true
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: queryKeys.touchpoints.all })
    }
  }
  async function setActive(touchpoint: Touchpoint, active: boolean): Promise<void> {
    const { name } = touchpoint
    if (await change(touchpoint, { active })) showNotice({ message: active ? t('switchedOn', { name }) : t('switchedOff', { name }), undo: () => setActive(touchpoint, !active) })
  }
  async function setRetired(touchpoint: Touchpoint, retired: boolean): Promise<void> {
    const { name } = touchpoint
    // Brought back it is switched off; whoever takes the act back wants it as it was.
    const body = retired ? { retired } : { retired, ...(touchpoint.active && { active: true }) }
    if (await change(touchpoint, body)) showNotice({ message: retired ? t('putAway', { name }) : t('broughtBack', { name }), undo: () => setRetired(touchpoint, !retired) })
  }
  /** Among those in use. */
  async function move(items: readonly Touchpoint[], from: number, to: number): Promise<void> {
    const touchpoint = items[from]
    if (touchpoint === undefined) return
    const order = new Map(moved(items, from, to).map(({ id }, position) => [id, position]))
    await queries.cancelQueries({ queryKey: key })
    queries.setQueryData(key, (before) => before && { ...before, items: before.items.map((each) => ({ ...each, position: order.get(each.id) ?? each.position })).sort((a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position) })
    await change(touchpoint, { position: to })
  }
  return { setActive, setRetired, move }
}
