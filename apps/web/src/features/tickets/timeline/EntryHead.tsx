import { apiPath } from '../../../api/api.ts'
import { getInteractionRaw, type Interaction } from '@kontuar/contracts'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconDownload, IconFileText, IconLock, IconMessage, IconPhone, IconRobot, IconShoppingBag, IconTextCaption } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EntryTime } from './EntryTime.tsx'
import { ReadByMachine } from './ReadByMachine.tsx'
import { Recipients } from './Recipients.tsx'
import type { toneOf } from './MessageEntry.tsx'
import classes from './timeline.module.css'

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const

function Kind({ entry, tone }: { entry: Interaction; tone: ReturnType<typeof toneOf> }) {
  const { t } = useTranslation('tickets')
  const { t: tTicket } = useTranslation('ticket')
  if (entry.byHand && entry.kind !== 'note' && entry.direction !== 'internal') {
    const Icon = entry.kind === 'call' ? IconPhone : entry.kind === 'visit' ? IconShoppingBag : IconMessage
    return <span className={classes.kind}><Icon {...icon} />{entry.kind === 'call' ? tTicket(`recorded.call.${entry.direction}`) : entry.kind === 'visit' ? t('kind.visit') : tTicket(`recorded.message.${entry.direction}`)}</span>
  }
  if (entry.kind === 'call') return <span className={classes.kind}><IconPhone {...icon} />{t('kind.call')}</span>
  if (entry.kind === 'visit') return <span className={classes.kind}><IconShoppingBag {...icon} />{t('kind.visit')}</span>
  if (tone === 'note') return <span className={classes.kind} data-tone="note"><IconLock {...icon} />{t('kind.note')}</span>
  if (entry.mailClass === 'bounce') return <span className={classes.kind} data-tone="bounce"><IconArrowBackUp {...icon} />{t('kind.bounce')}</span>
  if (entry.mailClass === 'list') return <span className={classes.kind}>{t('kind.list')}</span>
  if (entry.mailClass === 'loop') return <span className={classes.kind}><IconRobot {...icon} />{t('kind.loop')}</span>
  if (entry.automatic && entry.direction === 'out') return <span className={classes.kind}><IconRobot {...icon} />{t(entry.channel === 'sms' ? 'kind.automaticSms' : 'kind.automatic')}</span>
  if (entry.automatic) return <span className={classes.kind}><IconRobot {...icon} />{t('kind.autoReply')}</span>
  return null
}

export function EntryHead({ entry, tone, asHtml, setAsHtml }: { entry: Interaction; tone: ReturnType<typeof toneOf>; asHtml: boolean; setAsHtml: (on: boolean) => void }) {
  const { t } = useTranslation('tickets')
  const name = entry.staffName ?? (entry.from.name || entry.from.address || t('event.system'))
  return (
    <header className={classes.head}>
      <div className={classes.who}>
        <b className={classes.name}>{name}</b>
        {tone !== 'note' && entry.byHand === null && entry.from.address !== '' && entry.from.address !== name && <span className={classes.address}>{entry.from.address}</span>}
        <Kind entry={entry} tone={tone} />
        <ReadByMachine entry={entry} as="mark" />
        <span className={classes.end}>
          <EntryTime at={entry.at} />
          {(entry.html !== null || entry.hasRaw) && (
            <Menu position="bottom-end" loop>
              <Menu.Target>
                <ActionIcon size={24} aria-label={t('entry.more')} className={classes.more}>
                  <IconDots size={16} stroke={1.5} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {entry.html !== null && (
                  <Menu.Item leftSection={asHtml ? <IconTextCaption size={16} stroke={1.5} /> : <IconFileText size={16} stroke={1.5} />} onClick={() => setAsHtml(!asHtml)}>
                    {asHtml ? t('entry.asText') : t('entry.asHtml')}
                  </Menu.Item>
                )}
                {entry.hasRaw && (
                  <Menu.Item component="a" href={apiPath(getInteractionRaw, { id: entry.id })} download={`${entry.id}.eml`} leftSection={<IconDownload size={16} stroke={1.5} />}>
                    {t('entry.raw')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </div>
      {entry.kind === 'message' && entry.byHand === null && tone !== 'note' && <Recipients entry={entry} />}
    </header>
  )
}
