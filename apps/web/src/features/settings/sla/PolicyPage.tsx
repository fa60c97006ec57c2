import { changeSlaPolicy, type SlaPolicy } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconClockOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { useRetireRefusal } from '../calendars/use-retire-refusal.ts'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { usePatch } from '../words/use-patch.ts'
import { PolicyForm } from './PolicyForm.tsx'
import { policiesQuery } from './use-policies.ts'

const here = getRouteApi('/workspace/settings/routing/sla/$policyId')

export function NewPolicyPage() {
  const { t } = useTranslation('times')
  const navigate = useNavigate()
  return (
    <SettingsPage wide title={t('policy.new')} text={t('policy.newText')} back={{ to: '/settings/sla', label: t('policies') }}>
      <PolicyForm
        policy={null}
        saved={({ name }) => {
          showNotice({ message: t('policy.added', { name }) })
          void navigate({ to: '/settings/sla' })
        }}
      />
    </SettingsPage>
  )
}

function Retire({ policy }: { policy: SlaPolicy }) {
  const { t } = useTranslation('times')
  const named = useNamed()
  const navigate = useNavigate()
  const patch = usePatch(changeSlaPolicy, queryKeys.slaPolicies)
  const refusal = useRetireRefusal()
  const retire = () => patch.mutate({ id: policy.id, body: { retired: true }, before: { retired: false }, message: t('retired', { name: named('policy', policy) }), quiet: true }, { onSuccess: () => void navigate({ to: '/settings/sla' }) })
  return (
    <>
      <Button variant="default" onClick={() => patch.isPending || retire()}>{t('retire')}</Button>
      {patch.isError && <div style={{ marginTop: 12 }}><Problem error={patch.error} text={refusal(patch.error)} /></div>}
    </>
  )
}

export function PolicyPage() {
  const { t } = useTranslation('times')
  const named = useNamed()
  const { policyId } = here.useParams()
  const policies = useQuery(policiesQuery)
  const policy = policies.data?.items.find(({ id }) => id === policyId)
  return (
    <SettingsPage wide title={policy ? named('policy', policy) : t('policy.one')} back={{ to: '/settings/sla', label: t('policies') }}>
      {policies.isPending ? <FormSkeleton /> : policies.isError ? <Problem error={policies.error} retry={() => void policies.refetch()} /> : !policy ? <EmptyState icon={<IconClockOff size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} /> : (
        <>
          <Section><PolicyForm key={policy.id} policy={policy} saved={(done) => showNotice({ message: t('policy.saved', { name: named('policy', done) }) })} /></Section>
          {!policy.retired && <Section title={t('policy.retireTitle')} text={t('policy.retireText')}><Retire policy={policy} /></Section>}
        </>
      )}
    </SettingsPage>
  )
}
