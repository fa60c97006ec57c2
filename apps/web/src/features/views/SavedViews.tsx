import type { View } from '@kontuar/contracts'
import { ActionIcon, Menu } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { useNamed } from '../../ui/ready-made.ts'
import { useViewActions } from './use-view-actions.ts'
import { useSavedCounts, useViews } from './use-views.ts'
import classes from './saved-views.module.css'

/** Shared and private views with their counters, below the ones that are always there. */
export function SavedViews({ current }: { current: string }) {
  const { t } = useTranslation('views')
  const { views, known } = useViews()
  const count = useSavedCounts()
  const part = (sharing: View['sharing']) => views.filter((each) => each.sharing === sharing)
  return (
    <div className={classes.saved}>
      {(['shared', 'private'] as const).map((sharing) => part(sharing).length > 0 && (
        <section key={sharing} aria-label={t(`sharing.${sharing}`)}>
          <h2 className={classes.title}>{t(`sharing.${sharing}`)}</h2>
          <ul className={classes.list}>
            {part(sharing).map((view, index, all) => <Item key={view.id} view={view} current={view.id === current} count={count(view.id)} before={all[index - 1]} after={all[index + 1]} />)}
          </ul>
        </section>
      ))}
      {known && views.length === 0 && <p className={classes.hint}>{t('hint')}</p>}
      <Link to="/views/new" className={classes.add}><IconPlus size={15} stroke={1.5} aria-hidden /> {t('save')}</Link>
    </div>
  )
}

function Item({ view, current, count, before, after }: { view: View; current: boolean; count: string | null; before: View | undefined; after: View | undefined }) {
  const { t } = useTranslation('views')
  const navigate = useNavigate()
  const named = useNamed()
  const mayShare = useCan('view.share')
  const { remove, exchange } = useViewActions()
  const name = named('view', view)
  const mayChange = view.sharing === 'private' || mayShare
  return (
    <li className={classes.item}>
      <Link to="/tickets" search={{ view: view.id }} className={classes.view} aria-current={current ? 'page' : undefined} activeProps={{}} title={name}>
        <span className={classes.name}>{name}</span>
        {view.problems.length > 0 ? <IconAlertTriangle size={14} stroke={1.5} className={classes.broken} aria-label={t('broken')} /> : <span className={classes.count}>{count}</span>}
      </Link>
      {mayChange && (
        <Menu position="bottom-end" width={190} loop withinPortal={false} floatingStrategy="fixed">
          <Menu.Target>
            <ActionIcon size={24} className={classes.more} aria-label={t('more', { name })}><IconDots size={15} stroke={1.5} /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={15} stroke={1.5} />} onClick={() => void navigate({ to: '/views/$viewId', params: { viewId: view.id } })}>{t('change')}</Menu.Item>
            {before && <Menu.Item leftSection={<IconArrowUp size={15} stroke={1.5} />} onClick={() => void exchange(view, before)}>{t('up')}</Menu.Item>}
            {after && <Menu.Item leftSection={<IconArrowDown size={15} stroke={1.5} />} onClick={() => void exchange(view, after)}>{t('down')}</Menu.Item>}
            <Menu.Item leftSection={<IconTrash size={15} stroke={1.5} />} onClick={() => void remove(view, current)}>{t('delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
