import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMailboxes } from '../people.ts'
import classes from './address-field.module.css'

/** From which mailbox it leaves. With only one there is nothing to choose. */
export function MailboxSelect({ value, change }: { value: string | null; change: (id: string) => void }) {
  const { t } = useTranslation('tickets')
  const mailboxes = useMailboxes().filter(({ id, active }) => active || id === value)
  const chosen = mailboxes.find(({ id }) => id === value)
  if (mailboxes.length < 2 && chosen) return null
  return (
    <div className={classes.row}>
      <span className={classes.label} id="from-mailbox">{t('composer.from')}</span>
      <Select
        size="xs"
        variant="unstyled"
        aria-labelledby="from-mailbox"
        data={mailboxes.map(({ id, name, address }) => ({ value: id, label: `${name} <${address}>` }))}
        value={value}
        placeholder={t('composer.chooseMailbox')}
        onChange={(id) => id && change(id)}
      />
    </div>
  )
}
