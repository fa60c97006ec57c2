import { cancelInteraction, resendInteraction, type Interaction } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle, IconMailX, IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { EntryTime } from './EntryTime.tsx'
import { canResend, outcomeOf, type Outcome } from './delivery.ts'
import { useEntryChange } from './use-timeline.ts'
import classes from './delivery.module.css'

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const
const icons = { waiting: IconClock, sending: IconSend, retrying: IconClock, sent: IconCheck, uncertain: IconHelpCircle, failed: IconAlertTriangle, bounced: IconMailX, cancelled: IconMailX }
const tones: Partial<Record<Outcome['kind'], string>> = { uncertain: 'amber', retrying: 'amber', failed: 'red', bounced: 'red' }

/** The outcome, told anew each second while a message waits. */
function useOutcome(delivery: NonNullable<Interaction['delivery']>): Outcome {
  const [now, setNow] = useState(() => new Date())
  const outcome = outcomeOf(delivery, now)
  const ticks = outcome.kind === 'waiting'
  useEffect(() => {
    setNow(new Date())
    if (!ticks) return
    const timer = setInterval(() => setNow(new Date()), 500)
    return () => clearInterval(timer)
  }, [delivery, ticks])
  return outcome
}

export function DeliveryLine({ entry, delivery, undone }: { entry: Interaction; delivery: NonNullable<Interaction['delivery']>; undone: (interactionId: string) => void }) {
  const { t } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const outcome = useOutcome(delivery)
  const mayAnswer = useCan('ticket.answer')
  const changed = useEntryChange()
  const cancel = useMutation({
    mutationFn: () => api(cancelInteraction, { params: { id: entry.id } }),
    onSuccess: (answer) => {
      changed(answer)
      undone(answer.id)
    },
  })
  const resend = useMutation({ mutationFn: () => api(resendInteraction, { params: { id: entry.id } }), onSuccess: changed })
  const Icon = icons[outcome.kind]
  const error = cancel.error ?? resend.error
  return (
    <div className={classes.delivery} data-tone={tones[outcome.kind]} aria-live={outcome.kind === 'waiting' ? 'off' : 'polite'}>
      <Icon {...icon} />
      <span className={classes.deliveryText}>
        {outcome.kind === 'waiting' ? t('delivery.waiting', { count: outcome.seconds }) : t(`delivery.${outcome.kind}`)}
        {outcome.kind === 'retrying' && outcome.at !== null && <> <EntryTime at={outcome.at} /></>}
        {delivery.detail !== null && outcome.kind !== 'sent' && outcome.kind !== 'waiting' && <q className={classes.reason}>{delivery.detail}</q>}
        {error && <span className={classes.deliveryError} role="alert">{problemText(error, tCommon)}</span>}
      </span>
      {mayAnswer && outcome.kind === 'waiting' && (
        <Button variant="subtle" size="compact-xs" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {tCommon('action.undo')}
        </Button>
      )}
      {mayAnswer && canResend(outcome) && (
        <Button variant="default" size="compact-xs" loading={resend.isPending} onClick={() => resend.mutate()}>
          {outcome.kind === 'uncertain' ? t('delivery.sendAgain') : tCommon('action.retry')}
        </Button>
      )}
    </div>
  )
}
