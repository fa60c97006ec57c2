import { changeQueueRule, type QueueRule } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconArrowsSplit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../../api/desk.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { moved } from '../../../ui/sortable/moved.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { useReorder } from '../words/use-reorder.ts'
import { RuleRow } from './RuleRow.tsx'
import { rulesQuery, useRuleFields } from './use-rules.ts'
import classes from './rules.module.css'

export function RulesPage() {
  const { t } = useTranslation('queues')
  const named = useNamed()
  const rules = useQuery(rulesQuery)
  const fields = useRuleFields()
  const usual = useQueues().find(({ isDefault }) => isDefault)
  const reorder = useReorder(changeQueueRule, rulesQuery.queryKey, ({ id }: QueueRule) => id)
  const items = rules.data?.items ?? []
  const add = <Button renderRoot={(props) => <Link to="/settings/queue-rules/new" {...props} />}>{t('rule.add')}</Button>
  const empty = rules.isSuccess && items.length === 0
  return (
    <SettingsPage title={t('rules')} text={t('rulesText')} action={!empty && add}>
      {rules.isPending ? <RowSkeletons rows={3} height={84} /> : rules.isError ? <Problem error={rules.error} retry={() => void rules.refetch()} /> : empty ? (
        <EmptyState icon={<IconArrowsSplit size={22} stroke={1.5} />} title={t('rule.empty')} text={t('rule.emptyText')} action={add} />
      ) : (
        <Sortable items={items} idOf={({ id }) => id} nameOf={({ name }) => name} label={t('rules')} move={(from, to) => reorder(moved(items, from, to))}>{(rule, handle) => <RuleRow rule={rule} fields={fields} handle={handle} />}</Sortable>
      )}
      {usual && !empty && rules.isSuccess && <p className={classes.rest}>{t('rule.rest')} <Link to="/settings/queues/$queueId" params={{ queueId: usual.id }}>{named('queue', usual)}</Link></p>}
    </SettingsPage>
  )
}
