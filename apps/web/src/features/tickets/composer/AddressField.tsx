import { listCustomers, type MailAddress } from '@kontuar/contracts'
import { CloseButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { addressText, readAddresses, withoutDoubles } from './addresses.ts'
import classes from './address-field.module.css'

interface Given { label: string; value: readonly MailAddress[]; change: (value: MailAddress[]) => void; error?: string | undefined; end?: ReactNode; autoFocus?: boolean }

/** Addresses as chips. Enter, comma, Tab or leaving the field takes what was typed; what is no address stays and says so. */
export function AddressField({ label, value, change, error, end, autoFocus }: Given) {
  const { t } = useTranslation('tickets')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const [words] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({ queryKey: queryKeys.customers.list({ q: words, limit: 6 }), queryFn: ({ signal }) => api(listCustomers, { query: { q: words, limit: 6 }, signal }), enabled: words.length >= 2 })
  const suggested = words.length >= 2 ? (found.data?.items ?? []).flatMap(({ name, identities }) => identities.filter(({ kind }) => kind === 'email').map(({ address }) => addressText({ name, address }))) : []

  const take = (text: string): boolean => {
    const { found: addresses, rest } = readAddresses(text)
    if (addresses.length > 0) change(withoutDoubles([...value, ...addresses]))
    setTyped(rest)
    setWrong(rest !== '')
    return rest === '' && addresses.length > 0
  }
  const remove = (address: string) => {
    change(value.filter((each) => each.address !== address))
    field.current?.focus()
  }
  const said = wrong ? t('address.wrong', { typed }) : error
  return (
    <div className={classes.row} data-error={said !== undefined || undefined}>
      <label htmlFor={id} className={classes.label}>{label}</label>
      <div className={classes.value}>
        {value.map((each) => (
          <span key={each.address} className={classes.chip} title={addressText(each)}>
            <span className={classes.chipText}>{each.name || each.address}</span>
            <CloseButton size={18} aria-label={t('address.remove', { address: each.address })} onClick={() => remove(each.address)} />
          </span>
        ))}
        <input
          ref={field}
          id={id}
          className={classes.field}
          value={typed}
          list={`${id}-list`}
          inputMode="email"
          autoComplete="off"
          autoFocus={autoFocus}
          aria-invalid={said !== undefined}
          aria-describedby={said === undefined ? undefined : `${id}-error`}
          onChange={(event) => {
            const text = event.currentTarget.value
            setWrong(false)
            // A suggestion was chosen, or a list was pasted.
            if (suggested.includes(text) || /[,;\n]\s*$/.test(text)) take(text)
            else setTyped(text)
          }}
          onBlur={() => typed.trim() !== '' && take(typed)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault()
              if (typed.trim() !== '') take(typed)
            }
            if (event.key === 'Tab' && !event.shiftKey && typed.trim() !== '' && take(typed)) event.preventDefault()
            if (event.key === 'Backspace' && typed === '' && value.length > 0) change(value.slice(0, -1))
          }}
        />
        <datalist id={`${id}-list`}>
          {suggested.map((text) => (
            <option key={text} value={text}>{text}</option>
          ))}
        </datalist>
      </div>
      {end}
      {said !== undefined && <p id={`${id}-error`} className={classes.error} role="alert">{said}</p>}
    </div>
  )
}
