import type { Interaction } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { shortDuration, timesParts } from './entry-times.ts'
import classes from './by-hand.module.css'

/** Under a call or chat what its exchange knew of it; under a public review its stars and where it stands. */
export function EntryTimes({ entry }: { entry: Pick<Interaction, 'timing' | 'review'> }) {
  const { t, i18n } = useTranslation('ticket')
  const said = [
    ...(entry.timing ? timesParts(entry.timing).map((part) => ('seconds' in part ? t(`times.${part.what}`, { time: shortDuration(part.seconds, i18n.language) }) : t(`times.${part.what}`))) : []),
    ...(entry.review ? [t('times.review', { stars: entry.review.stars, site: entry.review.site })] : []),
  ]
  return said.length === 0 ? null : <p className={classes.times}>{said.join(' · ')}</p>
}
