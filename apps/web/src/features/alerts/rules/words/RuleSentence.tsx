// What a rule looks for, in words: when there is an alarm, and under which conditions.
import type { AlertRuleDefinition, AlertSubject, ConditionField, Conditions } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { ConditionsSentence } from '../../../../ui/conditions/ConditionsSentence.tsx'
import { useFields } from '../../../numbers/data/index.ts'
import { useAlertFields } from '../rule-queries.ts'
import { useRuleWords } from './use-rule-words.ts'
import classes from './sentence.module.css'

export function RuleSentence({ definition }: { definition: AlertRuleDefinition }) {
  const { t } = useTranslation('rules')
  const { whatOf } = useRuleWords()
  return (
    <div className={classes.sentence}>
      <p>{whatOf(definition)}</p>
      {definition.kind === 'sequence' && isAsked(definition.fits) && <Asked on={definition.on} label={t('fits')} value={definition.fits} />}
      {definition.kind === 'sequence' && isAsked(definition.among) && <Asked on={definition.on} label={t('among')} value={definition.among} />}
      {(definition.kind === 'event' || definition.kind === 'silence') && isAsked(definition.where) && <Asked on={definition.on} label={t('onlyIf')} value={definition.where} />}
      {definition.kind === 'figure' && isAsked(definition.where) && <AskedOfNumbers label={t('onlyOf')} value={definition.where} />}
    </div>
  )
}

const isAsked = (value: Conditions | null | undefined): value is Conditions => value !== null && value !== undefined && value.rules.length > 0

interface Given { label: string; value: Conditions }
const Asked = ({ on, ...said }: Given & { on: AlertSubject }) => <Said {...said} fields={useAlertFields(on)} />
const AskedOfNumbers = (said: Given) => <Said {...said} fields={useFields()} />

function Said({ label, value, fields }: Given & { fields: readonly ConditionField[] }) {
  return fields.length === 0 ? null : <div className={classes.only}><span>{label}</span> <ConditionsSentence value={value} fields={fields} /></div>
}
