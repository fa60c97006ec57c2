import type { Ticket } from '@kontuar/contracts'
import { IconStack2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../../api/desk.ts'
import { ColourDot } from '../../../ui/colour/ColourDot.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { ChoiceMenu, type MenuState } from './ChoiceMenu.tsx'
import classes from './choice-menu.module.css'

/** In which queue the ticket waits. */
export function QueueMenu({ ticket, set, ...state }: { ticket: Ticket; set: (queueId: string, name: string) => void } & MenuState) {
  const { t } = useTranslation('ticket')
  const named = useNamed()
  const queues = useQueues()
  const current = queues.find(({ id }) => id === ticket.queueId)
  const shown = current ? named('queue', current) : ticket.queueId === null ? t('queue.none') : '…'
  return (
    <ChoiceMenu
      {...state}
      name={t('queue')}
      label={t('queue.is', { name: shown })}
      shown={<span className={classes.person}>{current ? <ColourDot colour={current.colour} /> : <IconStack2 size={15} stroke={1.5} aria-hidden />}<span className={classes.personName}>{shown}</span></span>}
      items={queues.filter(({ retired, id }) => !retired || id === ticket.queueId).map((queue) => ({ id: queue.id, content: <span className={classes.person}><ColourDot colour={queue.colour} /><span className={classes.personName}>{named('queue', queue)}</span></span>, current: queue.id === ticket.queueId, choose: () => set(queue.id, named('queue', queue)) }))}
    />
  )
}
