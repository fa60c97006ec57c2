import { sendReport, type Report } from '@kontuar/contracts'
import { Button, Menu, Modal, Skeleton, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { reachQuery } from '../data/report-queries.ts'
import classes from './view.module.css'

/** Now, to oneself at once, or to all: a mail cannot be taken back, so the number of people is named first. */
export function SendMenu({ report }: { report: Report }) {
  const { t } = useTranslation('reports')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const send = useMutation({
    mutationFn: (body: { to: 'all' | 'me'; comment?: string }) => api(sendReport, { params: { id: report.id }, body }),
    onSuccess: (run, { to }) => {
      void queries.invalidateQueries({ queryKey: queryKeys.reportRuns.all })
      setAsking(false)
      if (to === 'me') return void showNotice({ message: t('send.meDone') })
      void navigate({ to: '/reports/runs/$runId', params: { runId: run.id }, search: {} })
    },
    onError: (error, { to }) => { if (to === 'me') showNotice({ message: error instanceof ApiProblem && error.detail ? error.detail : problemText(error, tCommon), tone: 'failed' }) },
  })
  return (
    <>
      <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
        <Menu.Target><Button size="compact-sm" data-act="send" loading={send.isPending && !asking} leftSection={<IconSend size={15} stroke={1.5} aria-hidden />}>{t('send')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => send.mutate({ to: 'me' })}>{t('send.me')}</Menu.Item>
          <Menu.Item disabled={!report.active} onClick={() => { send.reset(); setAsking(true) }}>{t('send.all')}</Menu.Item>
          {!report.active && <Menu.Label>{t('send.off')}</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {asking && <SendToAll report={report} pending={send.isPending} error={send.error} send={(comment) => send.mutate({ to: 'all', comment })} close={() => setAsking(false)} />}
    </>
  )
}

function SendToAll({ report, pending, error, send, close }: { report: Report; pending: boolean; error: unknown; send: (comment: string) => void; close: () => void }) {
  const { t } = useTranslation('reports')
  const [comment, setComment] = useState(report.comment)
  const reach = useQuery({ ...reachQuery({ reportId: report.id }), staleTime: 0 })
  const going = reach.data?.items.filter(({ paused }) => !paused).length ?? 0
  const paused = (reach.data?.items.length ?? 0) - going
  return (
    <Modal opened onClose={close} title={t('send.title', { name: report.name })} centered size={460} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <div className={classes.dialog}>
        {reach.isPending && <Skeleton height={18} width="70%" radius="sm" />}
        {reach.isError && <Problem error={reach.error} retry={() => void reach.refetch()} />}
        {reach.data && <p className={classes.count}>{going === 0 ? t('send.nobody') : t('send.count', { count: going })}{paused > 0 && ` ${t('send.paused', { count: paused })}`}</p>}
        <Textarea label={t('send.comment')} description={t('send.commentHint')} autosize minRows={2} maxRows={8} maxLength={5000} value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
        {error !== null && <Problem error={error} text={error instanceof ApiProblem ? error.detail : undefined} />}
        <div className={classes.dialogActs}>
          <Button data-act="send-all" loading={pending} disabled={going === 0} onClick={() => send(comment)}>{going === 0 ? t('send') : t('send.now', { count: going })}</Button>
          <Button variant="subtle" color="gray" onClick={close}>{t('cancel')}</Button>
        </div>
      </div>
    </Modal>
  )
}
