import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { RuleSentence } from '../words/RuleSentence.tsx'
import { useRuleWords } from '../words/use-rule-words.ts'
import classes from './edit.module.css'

/** The whole rule, said back while it is being made. */
export function InPlainWords({ definition, delivery }: { definition: AlertRuleDefinition | null; delivery: AlertDeliveryWish | null }) {
  const { t } = useTranslation('rules')
  const { howOf } = useRuleWords()
  return (
    <section className={classes.said} aria-label={t('inWords')}>
      <h2>{t('inWords')}</h2>
      {definition === null ? <p className={classes.soft}>{t('inWordsWaits')}</p> : <RuleSentence definition={definition} />}
      {delivery === null ? <p className={classes.soft}>{t('inWordsWaitsHow')}</p> : <p>{howOf(delivery).join(' ')}</p>}
    </section>
  )
}
