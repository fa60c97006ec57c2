import type { Interaction } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './timeline.module.css'

/** A contact recorded by hand: what was wanted, what was decided, what came of it. */
export function RecordedContact({ contact }: { contact: NonNullable<Interaction['contact']> }) {
  const { t } = useTranslation('ticket')
  const parts = ([['request', contact.request], ['decision', contact.decision], ['result', contact.result]] as const).filter(([, words]) => words.trim() !== '')
  return (
    <dl className={classes.contact}>
      {parts.map(([name, words]) => (
        <div key={name}>
          <dt>{t(`contact.${name}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
