import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressField } from './AddressField.tsx'
import type { Recipients } from './reply-recipients.ts'

/** To, and Cc and Bcc once they are wanted. */
export function RecipientFields({ value, change, error, autoFocus = false }: { value: Recipients; change: (value: Recipients) => void; error?: string | undefined; autoFocus?: boolean }) {
  const { t } = useTranslation('tickets')
  const [more, setMore] = useState(false)
  const shown = more || value.bcc.length > 0
  return (
    <>
      <AddressField
        label={t('entry.to')}
        value={value.to}
        change={(to) => change({ ...value, to })}
        error={error}
        autoFocus={autoFocus}
        end={
          !shown && (
            <Button variant="subtle" color="gray" size="compact-xs" mt={7} onClick={() => setMore(true)}>
              {value.cc.length > 0 ? t('entry.bcc') : t('composer.more')}
            </Button>
          )
        }
      />
      {(shown || value.cc.length > 0) && <AddressField label={t('entry.cc')} value={value.cc} change={(cc) => change({ ...value, cc })} autoFocus={more && value.cc.length === 0} />}
      {shown && <AddressField label={t('entry.bcc')} value={value.bcc} change={(bcc) => change({ ...value, bcc })} />}
    </>
  )
}
