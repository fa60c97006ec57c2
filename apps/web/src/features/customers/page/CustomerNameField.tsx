import type { Customer } from '@kontuar/contracts'
import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { nameOf } from '../customer-name.ts'
import { useCustomerChange } from '../use-customer.ts'
import classes from './customer-page.module.css'

export function CustomerNameField({ customer, editable }: { customer: Customer; editable: boolean }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const change = useCustomerChange(customer.id)
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const button = useRef<HTMLButtonElement>(null)

  const leave = () => {
    setTyped(null)
    setError(null)
    requestAnimationFrame(() => button.current?.focus())
  }
  const save = async () => {
    const name = typed?.trim() ?? ''
    if (name === '' || name === customer.name) return leave()
    try {
      await change({ name })
      leave()
    } catch (failed) {
      setError(failed)
    }
  }
  if (typed === null) {
    return (
      <h1 className={classes.name}>
        {editable ? (
          <button ref={button} type="button" className={classes.nameButton} title={t('editName')} onClick={() => setTyped(customer.name)}>{nameOf(customer)}</button>
        ) : (
          nameOf(customer)
        )}
      </h1>
    )
  }
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t('name')}
      value={typed}
      maxLength={300}
      error={error === null ? undefined : problemText(error, tCommon)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => error === null && void save()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') void save()
        else leave()
      }}
    />
  )
}
