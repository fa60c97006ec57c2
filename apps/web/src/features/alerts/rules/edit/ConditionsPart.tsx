// Conditions of a rule over answers, contacts, tickets or deadlines.
import type { AlertSubject, Conditions } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { ConditionsField } from '../../../../ui/conditions/ConditionsField.tsx'
import { conditionsAreGood } from '../../../../ui/conditions/condition-problems.ts'
import { useAlertFields } from '../rule-queries.ts'
import { conditionsProblem } from './conditions-problem.ts'
import classes from './edit.module.css'

interface Given { label: string; field: 'where' | 'fits' | 'among'; on: AlertSubject; value: Conditions; change: (value: Conditions) => void; whenEmpty: string; tried: boolean; error: unknown; /** What is wrong with all of it. */ wrong?: string | undefined }

export function ConditionsPart({ label, field, on, value, change, whenEmpty, tried, error, wrong }: Given) {
  const { t } = useTranslation('rules')
  const fields = useAlertFields(on)
  const bad = tried && fields.length > 0 && !conditionsAreGood(value, fields, { me: false })
  return (
    <div>
      {/* Another subject has other fields: the builder begins anew with them. */}
      <ConditionsField key={on} label={label} value={value} onChange={change} fields={fields} error={conditionsProblem(error, field)} checked={tried} me={false} whenEmpty={whenEmpty} about={t(`about.${on}`)} />
      {(bad || wrong !== undefined) && <p className={classes.wrong} role="alert">{wrong ?? t('wrong.conditions')}</p>}
    </div>
  )
}
