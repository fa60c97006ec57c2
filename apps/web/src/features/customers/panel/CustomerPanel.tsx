import { CloseButton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { nameOf } from '../customer-name.ts'
import { useCustomer } from '../use-customer.ts'
import { CompanyField } from './CompanyField.tsx'
import { CustomerAsking } from './CustomerAsking.tsx'
import { CustomerFields } from './CustomerFields.tsx'
import { CustomerLanguage } from './CustomerLanguage.tsx'
import { CustomerNote } from './CustomerNote.tsx'
import { CustomerTickets } from './CustomerTickets.tsx'
import { Identities } from './Identities.tsx'
import { PanelSkeleton } from './PanelSkeleton.tsx'
import classes from './panel.module.css'

/** Who the ticket is about, beside it. */
export function CustomerPanel({ customerId, ticketId, close }: { customerId: string; ticketId?: string; close?: (() => void) | undefined }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const { data: customer, error, refetch } = useCustomer(customerId)
  if (!customer) return error ? <div className={classes.panel}><Problem error={error} retry={() => void refetch()} /></div> : <PanelSkeleton />
  return (
    <div className={classes.panel}>
      <header className={classes.head}>
        <Initials name={nameOf(customer)} size={36} />
        <div className={classes.title}>
          <h2 className={classes.name}>{nameOf(customer)}</h2>
          <p className={classes.count}>{t('history', { count: customer.totalTickets })}</p>
        </div>
        {close && <CloseButton aria-label={tCommon('action.close')} onClick={close} />}
      </header>
      <Identities identities={customer.identities} />
      <CompanyField key={`company ${customer.id}`} customer={customer} />
      <CustomerLanguage key={`language ${customer.id}`} customer={customer} />
      <CustomerNote key={`note ${customer.id}`} customer={customer} />
      <CustomerFields key={`fields ${customer.id}`} customer={customer} />
      <CustomerAsking customerId={customer.id} />
      <CustomerTickets customerId={customer.id} except={ticketId} />
      <Link to="/customers/$customerId" params={{ customerId }} className={classes.more}>
        {t('wholeHistory')} <IconArrowRight size={14} stroke={1.5} aria-hidden />
      </Link>
    </div>
  )
}
