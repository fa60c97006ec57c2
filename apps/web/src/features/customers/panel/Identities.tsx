import type { Customer } from '@kontuar/contracts'
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconAt, IconCheck, IconCopy, IconId, IconMessage, IconPhone, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './panel.module.css'

const icons = { email: IconAt, phone: IconPhone, messenger: IconMessage, external: IconId }

export function Identities({ identities }: { identities: Customer['identities'] }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  return (
    <ul className={classes.identities} aria-label={t('identities')}>
      {identities.map(({ id, kind, address, verifiedAt }) => {
        const Icon = icons[kind]
        return (
          <li key={id}>
            <Icon size={15} stroke={1.5} role="img" aria-label={t(`identity.${kind}`)} />
            <span className={classes.address} title={address}>{address}</span>
            {verifiedAt !== null && (
              <Tooltip label={t('identity.verified')}>
                <IconRosetteDiscountCheck size={15} stroke={1.5} role="img" aria-label={t('identity.verified')} className={classes.verified} />
              </Tooltip>
            )}
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <ActionIcon size={22} className={classes.copy} aria-label={copied ? tCommon('action.copied') : t('copy', { address })} onClick={copy}>
                  {copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
                </ActionIcon>
              )}
            </CopyButton>
          </li>
        )
      })}
    </ul>
  )
}
