import type { Ticket } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { TicketStatus } from '../marks/StatusMark.tsx'
import { ChoiceMenu, type MenuState } from './ChoiceMenu.tsx'
import { nextStatuses } from './status-named.ts'

/** The organization's statuses, only those one may go to from here. */
export function StatusMenu({ ticket, set, ...state }: { ticket: Ticket; set: (status: string) => void } & MenuState) {
  const { t } = useTranslation('tickets')
  const named = useNamed()
  const statuses = useStatuses()
  const now = statuses.find(({ key }) => key === ticket.status)
  return (
    <ChoiceMenu
      {...state}
      name={t('filter.status')}
      label={t('menu.status', { value: now ? named('status', now) : t(`status.${ticket.statusCategory}`) })}
      shown={<TicketStatus status={ticket.status} category={ticket.statusCategory} />}
      items={nextStatuses(statuses, ticket.status).map((status) => ({ id: status.key, content: <TicketStatus status={status.key} category={status.category} />, current: status.key === ticket.status, choose: () => set(status.key) }))}
    />
  )
}
