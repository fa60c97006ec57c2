// What one has paused, with the way back. A rule or report that is not seen any more still can be resumed.
import { endPause, listAlertRules, listPauses, listReports, type Pause } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useClockWords } from '../../../ui/clock/use-clock-words.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { showNotice } from '../../../ui/undo.ts'
import frame from '../settings.module.css'
import classes from './settings.module.css'

export function Pauses() {
  const { t } = useTranslation('notifications')
  const { t: tCommon } = useTranslation()
  const { exact } = useClockWords()
  const queries = useQueryClient()
  const pauses = useQuery({ queryKey: queryKeys.notifications.pauses, queryFn: ({ signal }) => api(listPauses, { signal }) })
  const nameOf = useNames(pauses.data?.items ?? [])
  const end = async (subject: string, name: string): Promise<void> => {
    try {
      await api(endPause, { params: { subject } })
      showNotice({ message: t('pause.ended', { name }) })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void queries.invalidateQueries({ queryKey: queryKeys.notifications.pauses })
    }
  }
  if (pauses.isPending) return <RowSkeletons rows={2} height={48} />
  if (pauses.isError) return <Problem error={pauses.error} retry={() => void pauses.refetch()} />
  if (pauses.data.items.length === 0) return <p className={classes.hint}>{t('pause.none')}</p>
  return (
    <ul className={frame.list}>
      {pauses.data.items.map(({ subject, until }) => {
        const name = nameOf(subject)
        return (
          <li key={subject} className={frame.row}>
            <div className={frame.rowMain}>
              <div className={frame.rowName}>{name}</div>
              <div className={frame.rowText}>{until === null ? t('pause.always') : t('pause.until', { at: exact(new Date(until)) })}</div>
            </div>
            <Button variant="default" size="compact-sm" aria-label={t('pause.endOf', { name })} onClick={() => void end(subject, name)}>{t('pause.end')}</Button>
          </li>
        )
      })}
    </ul>
  )
}

/** Asked for only where something of the kind is paused. */
function useNames(pauses: readonly Pause[]): (subject: string) => string {
  const { t } = useTranslation('notifications')
  const has = (kind: string) => pauses.some(({ subject }) => subject.startsWith(`${kind}:`))
  const [mayRules, mayReports] = [useCan('alert.read'), useCan('report.read')]
  const rules = useQuery({ queryKey: [...queryKeys.notifications.pauses, 'rules'], queryFn: ({ signal }) => api(listAlertRules, { query: { limit: 200 }, signal }), enabled: mayRules && has('alert-rule') }).data?.items
  const reports = useQuery({ queryKey: [...queryKeys.notifications.pauses, 'reports'], queryFn: ({ signal }) => api(listReports, { query: { limit: 200 }, signal }), enabled: mayReports && has('report') }).data?.items
  return (subject) => {
    const [kind, id] = subject.split(':')
    const name = (kind === 'report' ? reports : rules)?.find((each) => each.id === id)?.name
    if (kind === 'report') return name === undefined ? t('pause.reportGone') : t('pause.report', { name })
    return name === undefined ? t('pause.ruleGone') : t('pause.rule', { name })
  }
}
