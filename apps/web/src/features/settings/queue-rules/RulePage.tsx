import { IconAlertTriangle, IconArrowsSplit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { RuleForm } from './RuleForm.tsx'
import { useFaultWords } from './use-fault-words.ts'
import { rulesQuery } from './use-rules.ts'
import classes from './rules.module.css'

const here = getRouteApi('/workspace/settings/routing/queue-rules/$ruleId')

export function NewRulePage() {
  const { t } = useTranslation('queues')
  return <SettingsPage wide title={t('rule.new')} text={t('rule.newText')} back={{ to: '/settings/queue-rules', label: t('rules') }}><RuleForm rule={null} /></SettingsPage>
}

export function RulePage() {
  const { t } = useTranslation('queues')
  const { ruleId } = here.useParams()
  const faultWords = useFaultWords()
  const rules = useQuery(rulesQuery)
  const rule = rules.data?.items.find(({ id }) => id === ruleId)
  return (
    <SettingsPage wide title={rule?.name ?? t('rule.one')} back={{ to: '/settings/queue-rules', label: t('rules') }}>
      {rules.isPending ? <FormSkeleton /> : rules.isError ? <Problem error={rules.error} retry={() => void rules.refetch()} /> : !rule ? <EmptyState icon={<IconArrowsSplit size={22} stroke={1.5} />} title={t('rule.gone')} text={t('rule.goneText')} /> : (
        <>
          {rule.fault !== null && <p className={classes.fault} role="note"><IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {t('rule.fault', { why: faultWords(rule) })}</p>}
          <RuleForm key={rule.id} rule={rule} />
        </>
      )}
    </SettingsPage>
  )
}
