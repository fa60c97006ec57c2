import { Link, useParams, useRouter } from '@tanstack/react-router'
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconPhonePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { PageSkeleton } from '../../../ui/Skeletons.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { nameOf } from '../customer-name.ts'
import { CompanyField } from '../panel/CompanyField.tsx'
import { CustomerAsking } from '../panel/CustomerAsking.tsx'
import { CustomerFields } from '../panel/CustomerFields.tsx'
import { CustomerLanguage } from '../panel/CustomerLanguage.tsx'
import { CustomerNote } from '../panel/CustomerNote.tsx'
import { CustomerTickets } from '../panel/CustomerTickets.tsx'
import { Identities } from '../panel/Identities.tsx'
import { useCustomer } from '../use-customer.ts'
import { CustomerNameField } from './CustomerNameField.tsx'
import { Diary } from './Diary.tsx'
import classes from './customer-page.module.css'

export function CustomerPage() {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const { customerId } = useParams({ from: '/workspace/customers/$customerId' })
  const router = useRouter()
  const mayChange = useCan('customer.change')
  const mayRecord = useCan('ticket.answer')
  const { data: customer, error, refetch } = useCustomer(customerId)
  const back = () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/customers' }))
  useTitle(customer ? nameOf(customer) : '')
  useShortcuts(t('title'), [{ keys: 'escape', label: tCommon('action.back'), run: back }])
  if (!customer) return error ? <div className={classes.problem}><Problem error={error} retry={() => void refetch()} /></div> : <PageSkeleton />
  return (
    <article className={classes.page} aria-label={nameOf(customer)}>
      <header className={classes.head}>
        <ActionIcon aria-label={tCommon('action.back')} onClick={back}>
          <IconArrowLeft size={18} stroke={1.5} />
        </ActionIcon>
        <Initials name={nameOf(customer)} size={36} />
        <div className={classes.who}>
          <CustomerNameField customer={customer} editable={mayChange} />
          <p className={classes.count}>{t('history', { count: customer.totalTickets })}</p>
        </div>
        {mayRecord && (
          <Button variant="default" size="compact-sm" className={classes.record} leftSection={<IconPhonePlus size={15} stroke={1.5} />} renderRoot={(props) => <Link to="/interactions/new" search={{ customer: customerId }} {...props} />}>
            {t('record')}
          </Button>
        )}
      </header>
      <aside className={classes.side} aria-label={t('about')}>
        <Identities identities={customer.identities} />
        <CompanyField key={`company ${customer.id}`} customer={customer} />
        <CustomerLanguage key={`language ${customer.id}`} customer={customer} />
        <CustomerNote key={`note ${customer.id}`} customer={customer} />
        <CustomerFields key={`fields ${customer.id}`} customer={customer} />
        <CustomerAsking customerId={customer.id} heading="h2" />
        <CustomerTickets customerId={customer.id} heading="h2" />
      </aside>
      <section className={classes.diary} aria-label={t('diary')}>
        <h2 className={classes.heading}>{t('diary')}</h2>
        <Diary customerId={customer.id} />
      </section>
    </article>
  )
}
