import type { RecoveryStory } from '@kontuar/contracts'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../../api/desk.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './story.module.css'

type Event = RecoveryStory['history'][number]

/** What was done with it, one after the other. */
export function History({ history }: { history: readonly Event[] }) {
  const { t } = useTranslation('recovery')
  return (
    <>
      <h2>{t('history')}</h2>
      <ul className={classes.rows}>
        {history.map((event, i) => <li key={`${event.at}-${i}`}><What event={event} /><span className={classes.soft}>{event.byName !== null && `${event.byName} · `}<RelativeTime at={event.at} /></span></li>)}
      </ul>
    </>
  )
}

function What({ event: { what, detail } }: { event: Event }) {
  const { t } = useTranslation('recovery')
  const heir = useStaff().find(({ id }) => what === 'given' && id === detail['to'])
  if (heir !== undefined) return <span>{t('givenTo', { name: heir.name })}</span>
  return <span>{t(`event.${what}`)}{what === 'not-asked' && typeof detail['reason'] === 'string' && <Suspense fallback={null}><WhyNot reason={detail['reason']} /></Suspense>}</span>
}

/** In the words invitations say it with; they come only when somebody was not asked. */
function WhyNot({ reason }: { reason: string }) {
  const { t } = useTranslation('asking')
  const look = t as unknown as (key: string, options: object) => string
  const why = look(`reason.${reason}`, { defaultValue: '' })
  return why === '' ? null : <>: {why}</>
}
