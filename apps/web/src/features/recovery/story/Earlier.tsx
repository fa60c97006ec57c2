import type { RecoveryStory } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import type { RecoverySearch } from '../recovery-search.ts'
import { StateMark } from '../StateMark.tsx'
import classes from './story.module.css'

/** Other low scores of this customer. */
export function Earlier({ earlier, search }: { earlier: RecoveryStory['earlier']; search: RecoverySearch }) {
  const { t } = useTranslation('recovery')
  if (earlier.length === 0) return null
  return (
    <>
      <h2>{t('earlier')}</h2>
      <ul className={classes.rows}>
        {earlier.map(({ id, openedAt, causeName, state }) => (
          <li key={id}><Link to="/recoveries/$recoveryId" params={{ recoveryId: id }} search={search}><StateMark state={state} /></Link><span className={classes.soft}>{causeName ?? t('causeNone')} · <RelativeTime at={openedAt} /></span></li>
        ))}
      </ul>
    </>
  )
}
