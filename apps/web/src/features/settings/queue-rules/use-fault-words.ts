import type { QueueRule } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { checkHere } from '../../../ui/conditions/condition-problems.ts'
import { useRuleFields } from './use-rules.ts'

/** Why a rule is passed over, in the reader's language; what is only known to the server in its own words. */
export function useFaultWords(): (rule: QueueRule) => string {
  const { t } = useTranslation('conditions')
  const fields = useRuleFields()
  return ({ conditions, fault }) => {
    const code = fields.length > 0 ? checkHere(conditions, fields, { me: false })[0]?.code : undefined
    return code === undefined ? (fault ?? '') : t(`problem.${code}`)
  }
}
