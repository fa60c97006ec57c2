import type { Customer } from '@kontuar/contracts'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { languageName } from '../customer-name.ts'
import { useCustomerChange } from '../use-customer.ts'
import classes from './panel.module.css'

const offered = ['pl', 'ru', 'en', 'uk', 'de']

/** In which language the customer is written to (confirmations, later surveys). */
export function CustomerLanguage({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const change = useCustomerChange(customer.id)
  const mayChange = useCan('customer.change')
  const [wish, setWish] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const codes = customer.language !== null && !offered.includes(customer.language) ? [...offered, customer.language] : offered
  const save = (language: string) => {
    setWish(language)
    setError(null)
    change({ language: language || null }).catch(setError).finally(() => setWish(null))
  }
  return (
    <Select
      className={classes.field}
      size="xs"
      label={t('language')}
      disabled={!mayChange}
      data={[{ value: '', label: t('languageUnknown') }, ...codes.map((code) => ({ value: code, label: languageName(code, currentLocale()) }))]}
      value={wish ?? customer.language ?? ''}
      onChange={(value) => save(value ?? '')}
      error={error === null ? undefined : problemText(error, tCommon)}
    />
  )
}
