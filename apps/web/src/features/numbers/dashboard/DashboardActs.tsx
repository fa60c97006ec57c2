import { changeDashboard, createDashboard, deleteDashboard, type Dashboard } from '@kontuar/contracts'
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowsMaximize, IconCopy, IconDots, IconLink, IconPencil, IconPrinter, IconRestore, IconTrash, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import type { NumbersSearch } from '../search/numbers-search.ts'
import classes from './dashboard.module.css'

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

export function DashboardActs({ dashboard, wall, change }: { dashboard: Dashboard; wall: boolean; change: (part: { [K in keyof NumbersSearch]?: NumbersSearch[K] | undefined }) => void }) {
  const { t } = useTranslation('numbers')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { id, name, readyMade, mayChange, definition } = dashboard
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.dashboards.all })
  const removing = useMutation({
    mutationFn: () => api(deleteDashboard, { params: { id } }),
    onError: (error) => showNotice({ message: problemText(error, tCommon), tone: 'failed' }),
    onSuccess: () => {
      // What was taken away can be made again just as it was.
      const back = async () => {
        if (readyMade) await api(changeDashboard, { params: { id }, body: { definition } })
        else await api(createDashboard, { body: { name, definition, ...(dashboard.sharedWith && { sharedWith: dashboard.sharedWith }) } })
        await renew()
      }
      showNotice({ message: t(readyMade ? 'reset.done' : 'removed', { name }), undo: back })
      if (!readyMade) void navigate({ to: '/numbers' })
    },
    onSettled: renew,
  })
  const copyLink = () => void navigator.clipboard.writeText(location.href).then(() => showNotice({ message: t('copied') }))
  if (wall) return <Tooltip label={t('wall.leave')}><ActionIcon className={classes.leaveWall} size={36} aria-label={t('wall.leave')} onClick={() => change({ wall: undefined })}><IconX size={20} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>
  return (
    <div className={classes.acts}>
      {mayChange && <Button variant="default" size="compact-sm" className={classes.edit} aria-label={t('edit')} leftSection={<IconPencil {...icon} />} renderRoot={(props) => <Link to="/numbers/dashboards/$dashboardId/edit" params={{ dashboardId: id }} {...props} />}>{t('edit')}</Button>}
      <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
        <Menu.Target><ActionIcon aria-label={t('more')}><IconDots size={18} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsMaximize {...icon} />} onClick={() => change({ wall: true })}>{t('wall.enter')}</Menu.Item>
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={copyLink}>{t('copyLink')}</Menu.Item>
          <Menu.Item leftSection={<IconPrinter {...icon} />} onClick={() => print()}>{t('print')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void navigate({ to: '/numbers/dashboards/new', search: { from: id } })}>{t('copy')}</Menu.Item>
          {readyMade && mayChange && Date.parse(dashboard.updatedAt) > 0 && <Menu.Item leftSection={<IconRestore {...icon} />} onClick={() => removing.mutate()}>{t('reset')}</Menu.Item>}
          {!readyMade && mayChange && <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => removing.mutate()}>{t('remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
