import { downloadReportFile, retryReportSending, type ReportSending } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, apiPath } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { fileSize } from '../../../ui/file-size.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useLedgerWords } from '../../../ui/use-ledger-words.ts'
import { sendingsQuery } from '../data/report-queries.ts'
import { useReportBecause } from '../words/use-report-words.ts'
import classes from './runs.module.css'

/** What may be tried again; of an uncertain one only a person can know whether it arrived. */
const again: ReadonlySet<ReportSending['state']> = new Set(['failed', 'uncertain', 'stopped', 'bounced', 'nothing'])

/** The ledger of one run: who, why, what became of it, and the files that were sent. */
export function Sendings({ runId, state }: { runId: string; state: ReportSending['state'] | undefined }) {
  const { t } = useTranslation('reports')
  const { t: tCommon } = useTranslation()
  const list = useInfiniteQuery(sendingsQuery({ runId, ...(state !== undefined && { state }) }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.isPending) return <RowSkeletons rows={8} height={52} />
  if (list.isError) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (items.length === 0) return <EmptyState icon={<IconSend size={22} stroke={1.5} />} title={t('sendings.empty')} />
  return (
    <>
      <ul className={classes.rows} aria-label={t('sendings.title')}>{items.map((sending) => <Sending key={sending.id} sending={sending} />)}</ul>
      {list.hasNextPage && <div className={classes.more}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </>
  )
}

function Sending({ sending }: { sending: ReportSending }) {
  const { t } = useTranslation('reports')
  const { t: tCommon } = useTranslation()
  const because = useReportBecause()
  const noted = useLedgerWords()
  const shown = (format: string) => (format === 'html' ? t('format.mail') : format.toUpperCase())
  const queries = useQueryClient()
  const retry = useMutation({ mutationFn: () => api(retryReportSending, { params: { id: sending.id } }), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.reportRuns.all }) })
  return (
    <li className={classes.sending}>
      <div>
        <span className={classes.who}>{sending.name || sending.address}</span>
        <p className={classes.soft}>{[sending.name === '' ? null : sending.address, sending.scopeName, because(sending.because)].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={classes.state} data-state={sending.state}>
        <span>{t(`sending.${sending.state}`)}</span>
        {sending.state === 'uncertain' && <p className={classes.soft}>{t('sendings.uncertain')}</p>}
        {noted(sending) !== null && <p className={classes.soft}>{noted(sending)}</p>}
        {retry.isError && <Problem error={retry.error} text={retry.error instanceof ApiProblem ? retry.error.detail : undefined} />}
      </div>
      <div className={classes.files}>
        {sending.files.map((file) => <a key={file.format} href={apiPath(downloadReportFile, { id: sending.id, format: file.format })} download={file.name} title={fileSize(file.size, currentLocale())} aria-label={t('sendings.file', { format: shown(file.format), name: file.name })}>{shown(file.format)}</a>)}
      </div>
      <div className={classes.end}>
        <RelativeTime at={sending.sentAt ?? sending.sendAfter} className={classes.soft} />
        {again.has(sending.state) && <Button variant="default" size="compact-xs" loading={retry.isPending} aria-label={t('sendings.retry', { name: sending.name || sending.address })} onClick={() => retry.mutate()}>{tCommon('action.retry')}</Button>}
      </div>
    </li>
  )
}
