import type { ConditionField, TouchpointDefinition, Trigger } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { ConditionsSentence } from '../../../../ui/conditions/ConditionsSentence.tsx'
import { useAskingWords } from '../sentence/use-asking-words.ts'
import classes from './touchpoint.module.css'

/** What stands in the form, said back while it is being made. */
export function InOneSentence({ trigger, definition, usualRest, fields }: { trigger: Trigger; definition: TouchpointDefinition | null; usualRest: number | undefined; fields: readonly ConditionField[] }) {
  const { t } = useTranslation('asking')
  const { sentence, exclusions } = useAskingWords()
  const not = definition && exclusions(definition)
  return (
    <section className={classes.said} aria-label={t('inOneSentence')}>
      <h2>{t('inOneSentence')}</h2>
      {definition === null ? <p className={classes.faint}>{t('sentenceWaits')}</p> : (
        <>
          <p className={classes.sentence}>{sentence(trigger, definition, usualRest)}</p>
          {definition.conditions !== null && fields.length > 0 && <div className={classes.only}><span>{t('onlyIf')}</span> <ConditionsSentence value={definition.conditions} fields={fields} /></div>}
          {not && <p className={classes.faint}>{not}</p>}
        </>
      )}
    </section>
  )
}
