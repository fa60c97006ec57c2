import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import type { Status } from '../list/ticket-search.ts'
import { StatusMark } from '../marks/StatusMark.tsx'
import classes from './composer.module.css'

const afterwards = ['waiting', 'open', 'closed'] as const satisfies readonly Status[]

/** Sends; the arrow beside it also says what becomes of the ticket. */
export function SendButton({ note, closed, sending, send }: { note: boolean; closed: boolean; sending: boolean; send: (status?: Status) => void }) {
  const { t } = useTranslation('tickets')
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
          {afterwards.filter((status) => !(closed && status === 'closed')).map((status) => (
            <Menu.Item key={status} leftSection={<StatusMark status={status} bare />} onClick={() => send(status)}>
              {t(`send.and.${status}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
