import { retireReport, type Report } from '@kontuar/contracts'
import { ActionIcon, Button, Menu, Modal } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { showNotice } from '../../../ui/undo.ts'
import classes from './view.module.css'

/** What is done with a report now and then: a copy, what was sent of it, putting it away. */
export function MoreActs({ report }: { report: Report }) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const away = t(report.readyMade === null ? 'retire' : 'reset')
  return (
    <>
      <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
        <Menu.Target><ActionIcon size={30} aria-label={t('more')}><IconDots size={18} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ to: '/reports/new', search: { from: report.id } })}>{t('copy')}</Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: '/reports/runs', search: { reportId: report.id } })}>{t('runs.title')}</Menu.Item>
          <Menu.Item color="red" onClick={() => setAsking(true)}>{away}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking && <PutAway report={report} away={away} close={() => setAsking(false)} />}
    </>
  )
}

/** It cannot be undone here, so it is asked once, with the name of the thing. */
function PutAway({ report, away, close }: { report: Report; away: string; close: () => void }) {
  const { t } = useTranslation('reports')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const retiring = useMutation({
    mutationFn: () => api(retireReport, { params: { id: report.id } }),
    onSuccess: () => {
      close()
      showNotice({ message: t(report.readyMade === null ? 'retired' : 'wasReset', { name: report.name }) })
      void queries.invalidateQueries({ queryKey: queryKeys.reports.all })
      if (report.readyMade === null) void navigate({ to: '/reports' })
    },
  })
  return (
    <Modal opened onClose={close} title={`${away}: ${report.name}`} centered size={440} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <div className={classes.dialog}>
        <p className={classes.count}>{t(report.readyMade === null ? 'retireText' : 'resetText')}</p>
        {retiring.isError && <Problem error={retiring.error} text={retiring.error instanceof ApiProblem ? retiring.error.detail : undefined} />}
        <div className={classes.dialogActs}>
          <Button color="red" loading={retiring.isPending} onClick={() => retiring.mutate()}>{away}</Button>
          <Button variant="subtle" color="gray" data-autofocus onClick={close}>{t('cancel')}</Button>
        </div>
      </div>
    </Modal>
  )
}
