import type { Interaction } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './by-hand.module.css'

/** A contact recorded by hand: what was wanted, what was decided, what came of it. */
export function RecordedByHand({ byHand }: { byHand: NonNullable<Interaction['byHand']> }) {
  const { t } = useTranslation('ticket')
  const parts = ([['request', byHand.request], ['decision', byHand.decision], ['result', byHand.result]] as const).filter(([, words]) => words.trim() !== '')
  return (
    <dl className={classes.byHand}>
      {parts.map(([name, words]) => (
        <div key={name}>
          <dt>{t(`byHand.${name}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
