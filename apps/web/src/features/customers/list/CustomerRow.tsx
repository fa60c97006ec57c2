import type { Customer } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { nameOf } from '../customer-name.ts'
import classes from './customers-page.module.css'

export const CustomerRow = memo(function CustomerRow({ customer, index, tabbable }: { customer: Customer; index: number; tabbable: boolean }) {
  const { t } = useTranslation('customers')
  const [first, ...more] = customer.identities
  return (
    <Link to="/customers/$customerId" params={{ customerId: customer.id }} className={classes.row} data-index={index} tabIndex={tabbable ? 0 : -1}>
      <Initials name={nameOf(customer)} size={26} />
      <span className={classes.name}>{nameOf(customer)}</span>
      <span className={classes.address}>
        {customer.name !== '' && first?.address}
        {more.length > 0 && <span className={classes.plus}> +{more.length}</span>}
      </span>
      <span className={classes.count} data-open={customer.openTickets > 0 || undefined}>{customer.openTickets > 0 ? t('open', { count: customer.openTickets }) : ''}</span>
      <span className={classes.total}>{t('total', { count: customer.totalTickets })}</span>
      <RelativeTime at={customer.updatedAt} className={classes.time} />
    </Link>
  )
})
