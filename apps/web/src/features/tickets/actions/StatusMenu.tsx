import type { Ticket } from '@kontuar/contracts'
import { statuses, type Status } from '../list/ticket-search.ts'
import { StatusMark } from '../marks/StatusMark.tsx'
import { ChoiceMenu, type MenuState } from './ChoiceMenu.tsx'
import { useTranslation } from 'react-i18next'

export function StatusMenu({ ticket, set, ...state }: { ticket: Ticket; set: (status: Status) => void } & MenuState) {
  const { t } = useTranslation('tickets')
  return (
    <ChoiceMenu
      {...state}
      name={t('filter.status')}
      label={t('menu.status', { value: t(`status.${ticket.statusCategory}`) })}
      shown={<StatusMark status={ticket.statusCategory} />}
      items={statuses.map((status) => ({ id: status, content: <StatusMark status={status} />, current: status === ticket.statusCategory, choose: () => set(status) }))}
    />
  )
}
