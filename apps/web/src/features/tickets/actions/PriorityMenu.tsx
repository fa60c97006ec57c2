import type { Ticket } from '@kontuar/contracts'
import { priorities, type Priority } from '../list/ticket-search.ts'
import { PriorityMark } from '../marks/PriorityMark.tsx'
import { ChoiceMenu, type MenuState } from './ChoiceMenu.tsx'
import { useTranslation } from 'react-i18next'

export function PriorityMenu({ ticket, set, ...state }: { ticket: Ticket; set: (priority: Priority) => void } & MenuState) {
  const { t } = useTranslation('tickets')
  return (
    <ChoiceMenu
      {...state}
      name={t('filter.priority')}
      label={t('menu.priority', { value: t(`priority.${ticket.priority}`) })}
      shown={<PriorityMark priority={ticket.priority} word />}
      items={priorities.map((priority) => ({ id: priority, content: <PriorityMark priority={priority} word />, current: priority === ticket.priority, choose: () => set(priority) }))}
    />
  )
}
