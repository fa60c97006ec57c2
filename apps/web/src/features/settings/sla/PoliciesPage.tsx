import { changeSlaPolicy, type SlaPolicy } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconClockHour4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../api/query-keys.ts'
import { useQueues } from '../../../api/desk.ts'
import { ConditionsSentence } from '../../../ui/conditions/ConditionsSentence.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { moved } from '../../../ui/sortable/moved.ts'
import { quotedList } from '../queues/refusal.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { useReorder } from '../words/use-reorder.ts'
import { policiesQuery, usePolicyFields } from './use-policies.ts'
import { usePolicyWords } from './use-policy-words.ts'
import shared from '../settings.module.css'
import classes from './sla.module.css'

export function PoliciesPage() {
  const { t } = useTranslation('times')
  const { t: tQueues } = useTranslation('queues')
  const named = useNamed()
  const words = usePolicyWords()
  const fields = usePolicyFields()
  const queues = useQueues()
  const policies = useQuery(policiesQuery)
  const reorder = useReorder(changeSlaPolicy, queryKeys.slaPolicies, ({ id }: SlaPolicy) => id)
  const patch = usePatch(changeSlaPolicy, queryKeys.slaPolicies)
  const all = policies.data?.items ?? []
  const active = all.filter(({ retired }) => !retired)
  const nameOf = (policy: SlaPolicy) => named('policy', policy)
  const add = <Button renderRoot={(props) => <Link to="/settings/sla/new" {...props} />}>{t('policy.add')}</Button>
  const empty = policies.isSuccess && active.length === 0
  return (
    <SettingsPage title={t('policies')} text={t('policiesText')} action={!empty && add}>
      {policies.isPending ? <RowSkeletons rows={2} height={110} /> : policies.isError ? <Problem error={policies.error} retry={() => void policies.refetch()} /> : (
        <>
          {empty && <EmptyState icon={<IconClockHour4 size={22} stroke={1.5} />} title={t('policy.empty')} text={t('policy.emptyText')} action={add} />}
          <Sortable
            items={active}
            idOf={({ id }) => id}
            nameOf={nameOf}
            label={t('policies')}
            move={(from, to) => reorder(moved(active, from, to))}
          >
            {(policy, handle) => {
              const naming = queues.filter(({ slaPolicyId, retired }) => slaPolicyId === policy.id && !retired)
              return (
                <div className={classes.row}>
                  {handle}
                  <div className={shared.rowMain}>
                    <div className={shared.rowName}><Link to="/settings/sla/$policyId" params={{ policyId: policy.id }}>{nameOf(policy)}</Link></div>
                    <div className={classes.asks}>{fields.length > 0 && <ConditionsSentence value={policy.definition.conditions} fields={fields} />}</div>
                    {naming.length > 0 && <p className={classes.faint}>{t('policy.named', { queues: quotedList(naming.map((queue) => named('queue', queue)), tQueues) })}</p>}
                    <ul className={classes.said}>{words.targets(policy.definition).map((line) => <li key={line}>{line}</li>)}</ul>
                  </div>
                </div>
              )
            }}
          </Sortable>
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={nameOf} bringBack={(policy) => patch.mutate({ id: policy.id, body: { retired: false }, before: { retired: true }, message: t('back', { name: nameOf(policy) }) })} />
        </>
      )}
    </SettingsPage>
  )
}
