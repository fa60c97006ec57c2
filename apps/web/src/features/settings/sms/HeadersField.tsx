import { ActionIcon, Button, Checkbox, PasswordInput, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { placeholders, type HeaderValues } from './gateway-values.ts'
import classes from './sms.module.css'

/** The headers of the request; a secret one never comes back to the screen. */
export function HeadersField({ headers, error, change }: { headers: readonly HeaderValues[]; error: ReactNode; change: (headers: HeaderValues[]) => void }) {
  const { t } = useTranslation('sms')
  const id = useId()
  const add = useRef<HTMLButtonElement>(null)
  const set = (index: number, given: Partial<HeaderValues>) => change(headers.map((header, i) => (i === index ? { ...header, ...given } : header)))
  return (
    <fieldset className={classes.headers} aria-describedby={error ? `${id}-error` : `${id}-hint`}>
      <legend>{t('headers')}</legend>
      <p id={`${id}-hint`} className={classes.hint}>{t('headersHint', placeholders)}</p>
      {headers.map((header, index) => {
        const Value = header.secret ? PasswordInput : TextInput
        const of = { name: header.name.trim() || String(index + 1) }
        return (
          <div key={index} className={classes.header}>
            <TextInput aria-label={t('headerName')} placeholder={t('headerName')} value={header.name} maxLength={100} autoComplete="off" spellCheck={false} onChange={(event) => set(index, { name: event.currentTarget.value, kept: false })} />
            <Value
              aria-label={t('headerValueOf', of)}
              placeholder={header.secret && header.kept ? t('kept') : t('headerValue')}
              value={header.value}
              maxLength={4000}
              autoComplete="new-password"
              spellCheck={false}
              {...(header.secret ? { visibilityToggleButtonProps: { 'aria-label': t('show') } } : {})}
              onChange={(event) => set(index, { value: event.currentTarget.value })}
            />
            <Checkbox label={t('headerSecret')} checked={header.secret} onChange={(event) => set(index, { secret: event.currentTarget.checked, kept: false })} />
            <Tooltip label={t('headerRemove')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('headerRemoveOf', of)}
                onClick={() => {
                  change(headers.filter((_, i) => i !== index))
                  add.current?.focus()
                }}
              >
                <IconX size={16} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </div>
        )
      })}
      {error && <p id={`${id}-error`} role="alert" className={classes.error}>{error}</p>}
      <Button ref={add} variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />} disabled={headers.length >= 20} onClick={() => change([...headers, { name: '', value: '', secret: true, kept: false }])}>
        {t('headerAdd')}
      </Button>
    </fieldset>
  )
}
