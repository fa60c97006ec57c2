import { deleteSmsGateway } from '@kontuar/contracts'
import { IconMessage } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { ConfirmButton } from '../ConfirmButton.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { GatewayForm } from './GatewayForm.tsx'
import { GatewayState } from './GatewayState.tsx'
import { TestGateway } from './TestGateway.tsx'
import { gatewayQuery } from './use-gateway.ts'

/** How text messages leave: the gateway, whether it works, a trial. */
export function SmsPage() {
  const { t } = useTranslation('sms')
  const canManage = useCan('mailbox.manage')
  const overview = useQuery(gatewayQuery)
  const gateway = overview.data?.gateway ?? null
  /** After a removal the form begins empty. */
  const [round, setRound] = useState(0)
  return (
    <SettingsPage title={t('title')} text={t('intro')}>
      {overview.isPending ? (
        <FormSkeleton />
      ) : overview.isError ? (
        <Problem error={overview.error} retry={() => void overview.refetch()} />
      ) : (
        <>
          {gateway && <Section><GatewayState overview={overview.data} /></Section>}
          {canManage ? (
            <>
              <Section {...(gateway ? { title: t('gateway') } : {})}><GatewayForm key={round} gateway={gateway} /></Section>
              {gateway && <Section title={t('test')} text={t('testText')}><TestGateway /></Section>}
              {gateway && <Section title={t('remove')} text={t('removeText')}><Remove done={() => setRound(round + 1)} /></Section>}
            </>
          ) : gateway === null && (
            <EmptyState icon={<IconMessage size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} />
          )}
        </>
      )}
    </SettingsPage>
  )
}

function Remove({ done }: { done: () => void }) {
  const { t } = useTranslation('sms')
  const queries = useQueryClient()
  const mutation = useMutation({ mutationFn: () => api(deleteSmsGateway), onSuccess: async () => {
    await queries.invalidateQueries({ queryKey: queryKeys.smsGateway })
    done()
  } })
  return (
    <>
      <ConfirmButton label={t('removeAct')} about={t('removeAbout')} confirm={t('removeConfirm')} onConfirm={() => mutation.mutate()} />
      {mutation.isError && <Problem error={mutation.error} />}
    </>
  )
}
