import { CloseButton } from '@mantine/core'
import type { ConditionField, Conditions } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { ConditionsSentence } from '../../../ui/conditions/ConditionsSentence.tsx'
import classes from './bar.module.css'

/** Conditions that no list of the bar says. */
export function SentenceChip({ where, fields, drop }: { where: Conditions; fields: readonly ConditionField[]; drop?: (() => void) | undefined }) {
  const { t } = useTranslation('numbers')
  return (
    <div className={classes.chip}>
      <div className={classes.sentence}><ConditionsSentence value={where} fields={fields} /></div>
      {drop && <CloseButton size="xs" aria-label={t('filters.dropConditions')} onClick={drop} />}
    </div>
  )
}
