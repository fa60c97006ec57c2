import type { TicketDetail } from '@kontuar/contracts'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowMerge, IconDots, IconLink, IconMoodSmile, IconPhonePlus, IconPhoneSpark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'

const icon = { size: 16, stroke: 1.5 } as const

/** What one does with a ticket more seldom. */
export function MoreMenu({ ticket, copyLink, show, record }: { ticket: TicketDetail; copyLink: () => void; show: (panel: 'merge' | 'ask' | 'phone') => void; record: () => void }) {
  const { t } = useTranslation('ticket')
  const { t: tTickets } = useTranslation('tickets')
  const mayChange = useCan('ticket.change')
  const mayAnswer = useCan('ticket.answer')
  return (
    <Menu position="bottom-end" loop withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('more')}>
          <IconDots size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayAnswer && <Menu.Item leftSection={<IconPhonePlus {...icon} />} onClick={record}>{t('record.action')}</Menu.Item>}
        {mayAnswer && <Menu.Item leftSection={<IconMoodSmile {...icon} />} rightSection={<KeyboardHint keys="f" />} onClick={() => show('ask')}>{t('feedback.ask')}</Menu.Item>}
        {mayAnswer && <Menu.Item leftSection={<IconPhoneSpark {...icon} />} rightSection={<KeyboardHint keys="shift+f" />} onClick={() => show('phone')}>{t('feedback.phone')}</Menu.Item>}
        {mayChange && ticket.mergedIntoId === null && <Menu.Item leftSection={<IconArrowMerge {...icon} />} onClick={() => show('merge')}>{t('merge.action')}</Menu.Item>}
        <Menu.Item leftSection={<IconLink {...icon} />} rightSection={<KeyboardHint keys="l" />} onClick={copyLink}>{tTickets('ticket.copyLink')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
