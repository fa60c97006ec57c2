import { getCustomer } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import classes from './call-back-phone.module.css'

/** The number to call; without one it is said. */
export function CallBackPhone({ customerId }: { customerId: string }) {
  const { t } = useTranslation('today')
  const { data } = useQuery({ queryKey: queryKeys.customers.one(customerId), queryFn: ({ signal }) => api(getCustomer, { params: { id: customerId }, signal }) })
  if (!data) return null
  const phone = data.identities.find(({ kind }) => kind === 'phone')?.address
  return phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} className={classes.phone}>{phone}</a> : <span className={classes.noPhone}>{t('noPhone')}</span>
}
