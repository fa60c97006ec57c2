import type { TicketDetail } from '@kontuar/contracts'
import { CloseButton } from '@mantine/core'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { loadWords } from '../../../../i18n/i18n.ts'
import { CustomerPanel } from '../../../customers/index.ts'
import { TicketTasks } from '../../../tasks/index.ts'
import { Clocks } from './Clocks.tsx'
import { LegalDeadline } from './LegalDeadline.tsx'
import { Section } from './Section.tsx'
import { TicketDetails } from './TicketDetails.tsx'
import { Waited } from './Waited.tsx'
import classes from './panel.module.css'

const LoopsOf = lazy(async () => ({ default: (await Promise.all([import('../../../recovery/index.ts'), loadWords('recovery')]))[0].LoopsOf }))

/** Everything about the ticket that is not its timeline: deadlines, what it is about, whose it is, where it waited. */
export function TicketPanel({ ticket, close }: { ticket: TicketDetail; close: (() => void) | undefined }) {
  const { t } = useTranslation('ticket')
  const { t: tTickets } = useTranslation('tickets')
  const { t: tTasks } = useTranslation('tasks')
  const { t: tCommon } = useTranslation()
  return (
    <div className={classes.aside}>
      {close && (
        <div className={classes.closeRow}>
          <CloseButton aria-label={tCommon('action.close')} onClick={close} />
        </div>
      )}
      <Section id="deadlines" title={t('panel.deadlines')}>
        <Clocks ticket={ticket} />
        <LegalDeadline key={ticket.id} ticket={ticket} />
      </Section>
      <Section id="details" title={t('panel.details')}>
        <TicketDetails ticket={ticket} />
      </Section>
      <Section id="tasks" title={tTasks('ofTicket')}>
        <TicketTasks key={ticket.id} ticketId={ticket.id} />
        <Suspense fallback={null}><LoopsOf key={ticket.id} kind="ticket" id={ticket.id} /></Suspense>
      </Section>
      <Section id="customer" title={tTickets('customer.panel')}>
        <div className={classes.customer}>
          <CustomerPanel customerId={ticket.customerId} ticketId={ticket.id} />
        </div>
      </Section>
      <Section id="waited" title={t('panel.waited')} open={false}>
        {() => <Waited ticket={ticket} />}
      </Section>
    </div>
  )
}
