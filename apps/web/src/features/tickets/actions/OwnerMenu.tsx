import type { Ticket } from '@kontuar/contracts'
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { Initials } from '../../../ui/Initials.tsx'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { PresenceDot } from '../../../ui/PresenceDot.tsx'
import { useStaff } from '../people.ts'
import { ChoiceMenu, type MenuState } from './ChoiceMenu.tsx'
import classes from './choice-menu.module.css'

export function OwnerMenu({ ticket, set, ...state }: { ticket: Ticket; set: (owner: { id: string; name: string } | null) => void } & MenuState) {
  const { t } = useTranslation('tickets')
  const { staff: me } = useMe()
  const presence = usePresence()
  const colleagues = useStaff().filter(({ id, active, role }) => active && role !== 'observer' && id !== me.id)
  const person = (name: string, id: string) => {
    const there = presence.find(({ staffId }) => staffId === id)
    return <span className={classes.person}><Initials name={name} /><span className={classes.personName}>{name}</span>{there && <PresenceDot state={there.state} />}</span>
  }
  return (
    <ChoiceMenu
      {...state}
      name={t('filter.owner')}
      label={ticket.assignee ? t('owner.is', { name: ticket.assignee.name }) : t('owner.none')}
      shown={ticket.assignee ? person(ticket.assignee.name, ticket.assignee.id) : <span className={classes.person}><IconUserPlus size={15} stroke={1.5} aria-hidden />{t('owner.none')}</span>}
      items={[
        { id: 'me', content: <span className={classes.person}><Initials name={me.name} color="teal" />{t('owner.toMe')}</span>, hint: <KeyboardHint keys="a" />, current: ticket.assigneeId === me.id, choose: () => set({ id: me.id, name: me.name }) },
        ...colleagues.map(({ id, name }) => ({ id, content: person(name, id), current: ticket.assigneeId === id, choose: () => set({ id, name }) })),
        { id: 'none', content: <span className={classes.person}><IconUserMinus size={16} stroke={1.5} aria-hidden />{t('owner.remove')}</span>, current: ticket.assigneeId === null, choose: () => set(null) },
      ]}
    />
  )
}
