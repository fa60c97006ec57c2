import type { Interaction } from '@kontuar/contracts'
import { IconArrowDownLeft, IconArrowUpRight, IconChevronDown, IconLock, IconPhone, IconRobot, IconShoppingBag, IconStar } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Entry, EntryTime, RatingWords } from '../../../../tickets/index.ts'
import classes from './before.module.css'

const nothing = () => {}

function iconOf(entry: Interaction) {
  if (entry.kind === 'call') return IconPhone
  if (entry.kind === 'visit') return IconShoppingBag
  if (entry.kind === 'rating') return IconStar
  if (entry.direction === 'internal') return IconLock
  if (entry.automatic) return IconRobot
  return entry.direction === 'in' ? IconArrowDownLeft : IconArrowUpRight
}

/** One entry in two lines; opened, it is the very entry of the ticket, with its files. `source`: this contact was asked about. */
export function BeforeEntry({ entry, source }: { entry: Interaction; source: boolean }) {
  const { t } = useTranslation('answers')
  const { t: tTickets } = useTranslation('tickets')
  const [open, setOpen] = useState(false)
  if (entry.kind === 'event' || entry.kind === 'signal') return <Entry entry={entry} undone={nothing} />
  const Icon = iconOf(entry)
  const who = entry.staffName ?? (entry.automatic && entry.direction === 'out' ? tTickets(entry.channel === 'sms' ? 'kind.automaticSms' : 'kind.automatic') : entry.from.name || entry.from.address || tTickets('event.system'))
  const words = entry.byHand?.request || entry.visibleText || (entry.rating ? '' : tTickets('entry.noText'))
  return (
    <div className={classes.entry} data-direction={entry.direction} data-source={source || undefined}>
      <button type="button" className={classes.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className={classes.body}>
          <span className={classes.who}>
            <b>{who}</b>
            {source && <span className={classes.source}>{t('before.source')}</span>}
            {entry.rating && <RatingWords rating={entry.rating} />}
          </span>
          {!open && <span className={classes.words} dir="auto">{words}</span>}
        </span>
        <EntryTime at={entry.at} />
        <IconChevronDown size={15} stroke={1.5} className={classes.chevron} aria-hidden />
      </button>
      {open && <div className={classes.whole}><Entry entry={entry} undone={nothing} /></div>}
    </div>
  )
}
