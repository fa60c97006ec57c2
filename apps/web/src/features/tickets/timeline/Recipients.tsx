import type { Interaction, MailAddress } from '@kontuar/contracts'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { exactTime } from '../../../ui/relative-time.ts'
import { addressText } from '../composer/addresses.ts'
import classes from './timeline.module.css'

const short = (addresses: readonly MailAddress[]) => addresses.map(({ name, address }) => name || address).join(', ')

/** To whom it went: one line, all of it on request. */
export function Recipients({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const { timeZone } = useMe().organization
  const [open, setOpen] = useState(false)
  const everybody = [...entry.to, ...entry.cc, ...entry.bcc]
  if (everybody.length === 0) return null
  const rows: [string, string][] = [
    [t('entry.from'), addressText(entry.from)],
    [t('entry.to'), entry.to.map(addressText).join(', ')],
    [t('entry.cc'), entry.cc.map(addressText).join(', ')],
    [t('entry.bcc'), entry.bcc.map(addressText).join(', ')],
    [t('entry.subject'), entry.subject],
    [t('entry.sentAt'), exactTime(new Date(entry.at), currentLocale(), timeZone)],
  ]
  return (
    <div className={classes.recipients}>
      <button type="button" className={classes.recipientsLine} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.recipientsText}>{t('entry.toLine', { names: short(everybody) })}</span>
        <IconChevronDown size={13} stroke={1.5} aria-hidden data-open={open || undefined} />
      </button>
      {open && (
        <dl className={classes.details}>
          {rows.filter(([, value]) => value !== '').map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
