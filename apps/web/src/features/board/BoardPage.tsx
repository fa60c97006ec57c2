// How things stand now: numbers, queues, owners with their load, and what will be late. Work is moved from one person to
// another here.
import { IconLayoutDashboard } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useQueues, useStaff, useTeams } from '../../api/desk.ts'
import { useMe } from '../../api/me.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { useDrag } from '../../ui/drag/use-drag.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BoardFilters } from './BoardFilters.tsx'
import { Breaches } from './Breaches.tsx'
import { Figures } from './Figures.tsx'
import { OwnerPane } from './OwnerPane.tsx'
import { OwnerRows } from './OwnerRows.tsx'
import { QueueRows } from './QueueRows.tsx'
import { AgeBars, StatusBars } from './SmallBars.tsx'
import type { TeamReach } from './rows-behind.ts'
import type { BoardSearch } from './board-search.ts'
import { useBoard } from './use-board.ts'
import { useReassign } from './use-reassign.ts'
import classes from './board.module.css'

export function BoardPage() {
  const { t } = useTranslation('board')
  const navigate = useNavigate()
  const search = useSearch({ from: '/workspace/board' })
  const { timeZone } = useMe().organization
  const staff = useStaff()
  const { board, isPending, error, refetch, renew, hold } = useBoard(search)
  const reassign = useReassign(renew)
  const team = useTeamReach(search.team)
  const nameOf = (key: string) => (key === 'none' ? t('nobody') : (staff.find(({ id }) => id === key)?.name ?? board?.owners.find(({ ownerId }) => ownerId === key)?.presence?.name ?? '…'))
  const { held, press } = useDrag({
    hold,
    drop: (ids, receiver) => { if (receiver !== search.owner) reassign.give(ids, receiver === 'none' ? { id: null, name: '' } : { id: receiver, name: nameOf(receiver) }) },
  })
  useTitle(t('title'))
  const change = (part: Partial<BoardSearch>) => void navigate({ to: '/board', search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as BoardSearch, replace: true })
  const close = () => change({ owner: undefined })
  const given = board && { board, search, team }
  return (
    <div className={classes.page} data-holding={held !== null || undefined}>
      <header className={classes.head}>
        <h1>{t('title')}</h1>
        {board && <p className={classes.at}>{t('at', { time: new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { timeZone, timeStyle: 'short' }).format(new Date(board.at)) })}</p>}
        <BoardFilters search={search} change={change} />
      </header>
      {isPending ? <div className={classes.block}><div className={classes.padded}><RowSkeletons rows={12} height={44} /></div></div> : !given ? <Problem error={error} retry={() => void refetch()} /> : (
        <>
          {error && <Problem error={error} retry={() => void refetch()} />}
          <Figures {...given} />
          <div className={classes.columns} data-owner={search.owner !== undefined || undefined}>
            <div className={classes.left}>
              <section className={classes.block} aria-label={t('owners')}>
                <h2 className={classes.blockTitle}>{t('owners')}</h2>
                <OwnerRows owners={given.board.owners} search={search} team={team} over={held?.over ?? null} holding={held !== null} />
              </section>
              {given.board.queues.length > 0 && (
                <section className={classes.block} aria-label={t('queues')}>
                  <h2 className={classes.blockTitle}>{t('queues')}</h2>
                  <QueueRows queues={given.board.queues} search={search} team={team} />
                </section>
              )}
            </div>
            <div className={classes.right}>
              {search.owner !== undefined ? (
                <OwnerPane key={search.owner} name={nameOf(search.owner)} search={search} team={team} owners={given.board.owners} reassign={reassign} press={press} close={close} />
              ) : given.board.open === 0 ? (
                <section className={classes.block}><EmptyState icon={<IconLayoutDashboard size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} /></section>
              ) : (
                <>
                  <Breaches tickets={given.board.breaches} search={search} team={team} change={(hours) => change({ hours })} />
                  <section className={classes.block} aria-label={t('statuses')}><h2 className={classes.blockTitle}>{t('statuses')}</h2><StatusBars {...given} /></section>
                  <section className={classes.block} aria-label={t('ages')}><h2 className={classes.blockTitle}>{t('ages')}</h2><AgeBars {...given} /></section>
                </>
              )}
            </div>
          </div>
        </>
      )}
      {held && createPortal(
        <div className={classes.held} style={{ transform: `translate(${held.x + 12}px, ${held.y + 8}px)` }} role="status">
          {t('dragging', { count: held.ids.length })}{held.over !== null && held.over !== search.owner && <span> → {held.over === 'none' ? t('assign.queue') : nameOf(held.over)}</span>}
        </div>,
        document.body,
      )}
    </div>
  )
}

function useTeamReach(teamId: string | undefined): TeamReach | null {
  const teams = useTeams()
  const queues = useQueues()
  return useMemo(() => {
    const team = teams.find(({ id }) => id === teamId)
    return team ? { memberIds: team.memberIds, queueIds: queues.filter(({ teamIds }) => teamIds.includes(team.id)).map(({ id }) => id) } : null
  }, [teams, queues, teamId])
}
