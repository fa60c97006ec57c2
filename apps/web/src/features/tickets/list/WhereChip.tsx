// What a number elsewhere counted, in words above the rows it counted.
import type { Conditions } from '@kontuar/contracts'
import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConditionsSentence } from '../../../ui/conditions/ConditionsSentence.tsx'
import { useTicketFields } from '../../../ui/conditions/use-ticket-fields.ts'
import classes from './filter-bar.module.css'

export function WhereChip({ where, drop }: { where: Conditions; drop: () => void }) {
  const { t } = useTranslation('tickets')
  const fields = useTicketFields()
  return (
    <li className={classes.chip}>
      <span className={classes.chipValue}>{fields.length === 0 ? '…' : <ConditionsSentence value={where} fields={fields} />}</span>
      <CloseButton size="xs" aria-label={t('filter.drop', { what: t('filter.where') })} onClick={drop} />
    </li>
  )
}
