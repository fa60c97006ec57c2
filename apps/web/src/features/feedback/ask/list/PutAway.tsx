import type { ConditionField, Touchpoint } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { TouchpointRow } from './TouchpointRow.tsx'
import classes from './touchpoints.module.css'

/** Those that ask no more, to be brought back. */
export function PutAway({ touchpoints, fields, withSurvey = false }: { touchpoints: readonly Touchpoint[]; fields: readonly ConditionField[]; withSurvey?: boolean }) {
  const { t } = useTranslation('asking')
  if (touchpoints.length === 0) return null
  return (
    <details className={classes.away}>
      <summary>{t('putAwayOnes', { count: touchpoints.length })}</summary>
      <ul className={classes.list}>{touchpoints.map((each) => <li key={each.id}><TouchpointRow touchpoint={each} fields={fields} withSurvey={withSurvey} /></li>)}</ul>
    </details>
  )
}
