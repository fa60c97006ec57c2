import type { RecoveryStory } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../../api/desk.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './story.module.css'

/** What was done with it, one after the other. */
export function History({ history }: { history: RecoveryStory['history'] }) {
  const { t } = useTranslation('recovery')
  const staff = useStaff()
  const heirOf = ({ to }: Record<string, unknown>) => staff.find(({ id }) => id === to)?.name
  return (
    <>
      <h2>{t('history')}</h2>
      <ul className={classes.rows}>
        {history.map(({ at, what, byName, detail }, i) => {
          const heir = what === 'given' ? heirOf(detail) : undefined
          return <li key={`${at}-${i}`}><span>{heir === undefined ? t(`event.${what}`) : t('givenTo', { name: heir })}</span><span className={classes.soft}>{byName !== null && `${byName} · `}<RelativeTime at={at} /></span></li>
        })}
      </ul>
    </>
  )
}
