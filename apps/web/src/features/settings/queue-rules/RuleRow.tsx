import { changeQueueRule, type ConditionField, type QueueRule } from '@kontuar/contracts'
import { ActionIcon, Switch } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocations, useQueues } from '../../../api/desk.ts'
import { ConditionsSentence } from '../../../ui/conditions/ConditionsSentence.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { usePatch } from '../words/use-patch.ts'
import { useFaultWords } from './use-fault-words.ts'
import { rulesQuery, useDeleteRule } from './use-rules.ts'
import shared from '../settings.module.css'
import classes from './rules.module.css'

/** One rule as a sentence: what it asks, and where the ticket then goes. */
export function RuleRow({ rule, fields, handle }: { rule: QueueRule; fields: readonly ConditionField[]; handle: ReactNode }) {
  const { t } = useTranslation('queues')
  const { t: tConditions } = useTranslation('conditions')
  const named = useNamed()
  const queue = useQueues().find(({ id }) => id === rule.queueId)
  const location = useLocations().find(({ id }) => id === rule.locationId)
  const patch = usePatch(changeQueueRule, rulesQuery.queryKey)
  const remove = useDeleteRule()
  const faultWords = useFaultWords()
  const { name, active } = rule
  const goes = [queue ? named('queue', queue) : '…', ...(location ? [location.name] : []), ...(rule.priority ? [t('rule.withPriority', { priority: tConditions(`priority.${rule.priority}`).toLocaleLowerCase() })] : [])].join(', ')
  return (
    <div className={classes.row} data-off={!active || undefined}>
      {handle}
      <div className={classes.main}>
        <div className={shared.rowName}><Link to="/settings/queue-rules/$ruleId" params={{ ruleId: rule.id }}>{name}</Link></div>
        <div className={classes.asks}>{fields.length > 0 && <ConditionsSentence value={rule.conditions} fields={fields} whenEmpty={t('rule.always')} />}</div>
        <p className={classes.goes}>{t('rule.goes', { where: goes })}</p>
        {rule.fault !== null && active && <p className={classes.fault}><IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {t('rule.fault', { why: faultWords(rule) })}</p>}
      </div>
      <div className={classes.acts}>
        <Switch
          aria-label={t('rule.activeOf', { name })}
          checked={active}
          onChange={() => patch.mutate({ id: rule.id, body: { active: !active }, before: { active }, message: active ? t('rule.off', { name }) : t('rule.on', { name }) })}
        />
        <ActionIcon variant="subtle" color="gray" title={t('rule.delete')} aria-label={t('rule.deleteOf', { name })} onClick={() => remove(rule)}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
      </div>
    </div>
  )
}
