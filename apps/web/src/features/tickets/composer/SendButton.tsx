import type { TicketDetail } from '@kontuar/contracts'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../api/desk.ts'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { nextStatuses } from '../actions/status-named.ts'
import { TicketStatus } from '../marks/StatusMark.tsx'
import classes from './composer.module.css'

/** Sends; the arrow beside it also says what becomes of the ticket. */
export function SendButton({ note, ticket, sending, send }: { note: boolean; ticket: TicketDetail; sending: boolean; send: (status?: string) => void }) {
  const { t } = useTranslation('tickets')
  const statuses = useStatuses()
  const afterwards = nextStatuses(statuses, ticket.status).filter(({ category, key }) => category !== 'new' && !(category === 'closed' && key === ticket.status))
  return (
    <div className={classes.send}>
      <span className={classes.sendKeys}>
        <KeyboardHint keys="mod+enter" />
      </span>
      <Button size="sm" color={note ? 'amber' : 'teal'} loading={sending} className={classes.sendMain} onClick={() => send()}>
        {note ? t('send.note') : t('send.answer')}
      </Button>
      <Menu position="top-end" loop withinPortal={false}>
        <Menu.Target>
          <Button size="sm" color={note ? 'amber' : 'teal'} disabled={sending} className={classes.sendMore} aria-label={t('send.more')}>
            <IconChevronDown size={15} stroke={1.5} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{note ? t('send.noteAnd') : t('send.answerAnd')}</Menu.Label>
          {afterwards.map(({ key, category }) => (
            <Menu.Item key={key} onClick={() => send(key)}>
              <TicketStatus status={key} category={category} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
