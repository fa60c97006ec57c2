import type { BodyOf, Warning, makeWarningTask } from '@kontuar/contracts'
import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../../api/query-keys.ts'
import { problemText } from '../../../../ui/problem-text.ts'
import { showNotice } from '../../../../ui/undo.ts'
import { changeOne, makeTask } from './warning-queries.ts'

type Kept = Warning | { items: Warning[] } | InfiniteData<{ items: Warning[] }> | undefined
export type Change = Parameters<typeof changeOne>[1]

/** Acts on a warning: shown at once, and each with a way back. */
export function useWarningActs() {
  const { t } = useTranslation('warnings')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const show = (warning: Warning) => {
    const inside = (items: Warning[]) => items.map((each) => (each.id === warning.id ? warning : each))
    queries.setQueriesData<Kept>({ queryKey: queryKeys.warnings.shown }, (kept) => {
      if (kept === undefined) return kept
      if ('pages' in kept) return { ...kept, pages: kept.pages.map((page) => ({ ...page, items: inside(page.items) })) }
      return 'items' in kept ? { ...kept, items: inside(kept.items) } : kept.id === warning.id ? warning : kept
    })
  }
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.warnings.shown })
  /** The state a warning can be put back into; what was over before cannot be made over again by hand. */
  const backTo = ({ state, snoozedUntil, closedReason, note }: Warning): Change | null =>
    state === 'over' ? null : { state, ...(state === 'snoozed' && snoozedUntil && { until: snoozedUntil }), ...(state === 'dismissed' && { ...(closedReason && { reason: closedReason as NonNullable<Change['reason']> }), note }) }
  const change = async (warning: Warning, body: Change, message: string): Promise<boolean> => {
    show({ ...warning, state: body.state, snoozedUntil: body.until ?? null })
    try {
      show(await changeOne(warning.id, body))
      const back = backTo(warning)
      showNotice({ message, ...(back && { undo: async () => { await changeOne(warning.id, back).catch((error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })); await renew() } }) })
      return true
    } catch (error) {
      show(warning)
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
      return false
    } finally {
      void renew()
    }
  }
  const addTask = async (warning: Warning, body: BodyOf<typeof makeWarningTask>): Promise<Warning> => {
    const next = await makeTask(warning.id, body)
    show(next)
    showNotice({ message: t('task.made', { title: body.title }) })
    void queries.invalidateQueries({ queryKey: queryKeys.tasks.all })
    void renew()
    return next
  }
  return { change, addTask }
}
