// Who holds what. Each row takes tickets that are dropped on it; the name opens the person's tickets at the side.
import type { Board } from '@kontuar/contracts'
import { IconChevronRight, IconUserOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../api/desk.ts'
import { Initials } from '../../ui/Initials.tsx'
import { PresenceDot } from '../../ui/PresenceDot.tsx'
import { Bar } from './Bar.tsx'
import { usualHorizon, type BoardSearch } from './board-search.ts'
import { Count } from './Count.tsx'
import { Load } from './Load.tsx'
import { rowsBehind, type Counted, type TeamReach } from './rows-behind.ts'
import { ownerKey } from './use-board.ts'
import classes from './board.module.css'

interface Given { owners: Board['owners']; search: BoardSearch; team: TeamReach | null; /** The receiver below what is held; null: nothing is held. */ over: string | null; holding: boolean }

const nobody = { ownerId: null, tickets: 0, overdue: 0, dueSoon: 0, unassigned: 0, presence: null }

export function OwnerRows({ owners, search, team, over, holding }: Given) {
  const { t } = useTranslation('board')
  const { t: tCommon } = useTranslation()
  const staff = useStaff()
  const rows = [owners.find(({ ownerId }) => ownerId === null) ?? nobody, ...owners.filter(({ ownerId }) => ownerId !== null)]
  const most = Math.max(1, ...rows.map(({ tickets }) => tickets))
  const horizon = search.hours ?? usualHorizon
  const heads = { tickets: t('col.tickets'), overdue: t('col.overdue'), soon: t('col.dueSoon', { count: horizon }) }
  return (
    <table className={classes.table} data-holding={holding || undefined}>
      <thead>
        <tr>
          <th scope="col">{t('owner')}</th>
          <th scope="col" className={classes.barColumn}><span className={classes.hidden}>{t('title')}</span></th>
          <th scope="col" className={classes.number}>{heads.tickets}</th>
          <th scope="col" className={classes.number}>{heads.overdue}</th>
          <th scope="col" className={classes.number}>{heads.soon}</th>
          <th scope="col" className={classes.loadColumn}>{t('col.load')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ ownerId, tickets, overdue, dueSoon, presence }) => {
          const key = ownerKey(ownerId)
          const name = ownerId === null ? t('nobody') : (presence?.name ?? staff.find(({ id }) => id === ownerId)?.name ?? '…')
          const state = ownerId === null ? t('nobodyHint') : presence ? `${tCommon(`presence.${presence.state}`)}${presence.onShift === false && presence.state !== 'off' ? `, ${t('outside')}` : ''}` : null
          const rowsOf = (counted: Counted) => rowsBehind(search, { owner: ownerId, ...counted }, team)
          return (
            <tr key={key} data-receiver={key} data-over={over === key || undefined} data-open={search.owner === key || undefined}>
              <th scope="row">
                <Link to="/board" search={{ ...search, owner: key }} replace preload={false} className={classes.person} activeProps={{}} aria-current={search.owner === key ? 'true' : undefined}>
                  {ownerId === null ? <IconUserOff size={20} stroke={1.5} className={classes.nobody} aria-hidden /> : <Initials name={name} size={24} />}
                  <span className={classes.personName}>
                    <span className={classes.hidden}>{t('openOwner', { name })} </span>
                    <span className={classes.name} aria-hidden>{name}</span>
                    {state !== null && <span className={classes.state}>{presence && ownerId !== null && <><PresenceDot state={presence.state} bare /> </>}{state}</span>}
                  </span>
                  <IconChevronRight size={15} stroke={1.5} className={classes.chevron} aria-hidden />
                </Link>
              </th>
              <td className={classes.barColumn}><Bar tickets={tickets} overdue={overdue} dueSoon={dueSoon} most={most} /></td>
              <td className={classes.number} data-label={heads.tickets}><Count of={tickets} rows={rowsOf({})} label={`${name}, ${heads.tickets}`} /></td>
              <td className={classes.number} data-label={heads.overdue}><Count of={overdue} rows={rowsOf({ due: 'overdue' })} label={`${name}, ${heads.overdue}`} tone="late" /></td>
              <td className={classes.number} data-label={heads.soon}><Count of={dueSoon} rows={rowsOf({ due: 'soon' })} label={`${name}, ${heads.soon}`} tone="soon" /></td>
              <td className={classes.loadColumn}>{presence && <Load presence={presence} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
