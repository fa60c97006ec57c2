import type { Dashboard, Tile } from '@kontuar/contracts'
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { dashboardQuery } from '../data/queries.ts'
import { DashboardSkeleton } from '../dashboard/DashboardSkeleton.tsx'
import { useFigures, useView } from '../dashboard/use-dashboard.ts'
import { addTile, atMost, changeTile, enough, lackOf } from './draft.ts'
import { EditGrid } from './EditGrid.tsx'
import { Gallery } from './Gallery.tsx'
import { GeneralFields } from './GeneralFields.tsx'
import { TileFields } from './TileFields.tsx'
import { useEdit } from './use-edit.ts'
import classes from './edit.module.css'

const here = getRouteApi('/workspace/numbers/dashboards/$dashboardId/edit')
const empty = {}

export function EditPage() {
  const { dashboardId } = here.useParams()
  const { data, error, refetch } = useQuery(dashboardQuery(dashboardId))
  if (data) return <Editor key={dashboardId} dashboard={data} />
  return error ? <div className={classes.page}><Problem error={error} retry={() => void refetch()} /></div> : <DashboardSkeleton />
}

function Editor({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation('tiles')
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/numbers/dashboards/$dashboardId', params: { dashboardId: dashboard.id } })
  const edit = useEdit(dashboard, back)
  const { draft, change, saving } = edit
  const { tiles } = draft.definition
  const view = useView(draft, empty)
  const { tiles: read, data: answers, refetch } = useFigures(tiles, view)
  const [panel, setPanel] = useState<'gallery' | 'general' | { tile: string } | null>(tiles.length === 0 ? 'gallery' : null)
  const [tried, setTried] = useState(false)
  const adding = useRef<HTMLButtonElement>(null)
  useTitle(t('edit.titleOf', { name: draft.name }))
  const lacking = tiles.find((tile) => lackOf(tile) !== null)
  const save = () => {
    setTried(true)
    if (draft.name.trim() === '') return
    if (lacking) return setPanel({ tile: lacking.id })
    edit.save()
  }
  useShortcuts(t('edit.keys'), [
    { keys: 'mod+z', label: t('edit.undo'), run: edit.undo },
    { keys: 'mod+shift+z', label: t('edit.redo'), run: edit.redo },
    { keys: 'mod+enter', label: t('edit.save'), run: save, whileTyping: true },
    { keys: 'a', label: t('edit.add'), run: () => setPanel('gallery') },
    ...(panel === null ? [] : [{ keys: 'escape', label: t('edit.closePanel'), run: () => { setPanel(null); adding.current?.focus() } }]),
  ])
  const open = typeof panel === 'object' && panel !== null ? tiles.find(({ id }) => id === panel.tile) : undefined
  const put = (tile: Omit<Tile, 'id'>) => {
    const next = addTile(draft, tile)
    change(next)
    // Some need a word more before they show anything.
    const made = next.definition.tiles.at(-1)!
    if (lackOf(made) !== null) setPanel({ tile: made.id })
  }
  const faults = saving.error instanceof ApiProblem ? Object.keys(saving.error.fields).flatMap((field) => field.match(/^definition\.tiles\.(\d+)/)?.[1] ?? []).map(Number) : []
  return (
    <div className={classes.screen} data-panel={panel !== null || undefined}>
      <div className={classes.page}>
        <header className={classes.head}>
          <h1 className={classes.hidden}>{t('edit.titleOf', { name: draft.name })}</h1>
          {dashboard.readyMade ? <p className={classes.readyName}>{draft.name} <span>{t('edit.readyMade')}</span></p> : <TextInput className={classes.name} aria-label={t('edit.name')} value={draft.name} maxLength={100} onChange={(event) => change({ ...draft, name: event.currentTarget.value })} error={tried && draft.name.trim() === '' ? t('edit.nameless') : undefined} />}
          <div className={classes.acts}>
            <Tooltip label={t('edit.undo')}><ActionIcon aria-label={t('edit.undo')} disabled={!edit.canUndo} onClick={edit.undo}><IconArrowBackUp size={18} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>
            <Tooltip label={t('edit.redo')}><ActionIcon aria-label={t('edit.redo')} disabled={!edit.canRedo} onClick={edit.redo}><IconArrowForwardUp size={18} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>
            <Button variant="default" size="compact-sm" aria-pressed={panel === 'general'} onClick={() => setPanel(panel === 'general' ? null : 'general')}>{t('edit.general')}</Button>
            <Button variant="subtle" color="gray" size="compact-sm" renderRoot={(props) => <Link to="/numbers/dashboards/$dashboardId" params={{ dashboardId: dashboard.id }} {...props} onClick={edit.leave} />}>{t('edit.cancel')}</Button>
            <Button size="compact-sm" loading={saving.isPending} onClick={save}>{t('edit.save')}</Button>
          </div>
        </header>
        {saving.isError && <Problem error={saving.error} text={saving.error instanceof ApiProblem ? saving.error.detail : undefined} />}
        {tiles.length > enough && <p className={classes.many} role="note">{t('edit.many', { count: tiles.length })}</p>}
        <EditGrid draft={draft} read={read} view={view} answers={answers} retry={refetch} change={change} open={(id) => setPanel({ tile: id })} opened={open?.id} faults={faults} tried={tried} />
        <div className={classes.add}>
          <Button ref={adding} variant="default" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} disabled={tiles.length >= atMost} onClick={() => setPanel('gallery')}>{t('edit.add')}</Button>
          {tiles.length >= atMost && <span>{t('edit.full', { count: atMost })}</span>}
        </div>
      </div>
      {panel !== null && (
        <aside className={classes.panel} aria-label={panel === 'gallery' ? t('gallery') : panel === 'general' ? t('edit.general') : t('edit.tile')}>
          {panel === 'gallery' && <Gallery view={view} add={put} close={() => setPanel(null)} />}
          {panel === 'general' && <GeneralFields draft={draft} readyMade={dashboard.readyMade !== null} change={change} close={() => setPanel(null)} />}
          {open && <TileFields key={open.id} tile={open} tried={tried} change={(part) => change(changeTile(draft, open.id, part))} close={() => setPanel(null)} />}
        </aside>
      )}
    </div>
  )
}
