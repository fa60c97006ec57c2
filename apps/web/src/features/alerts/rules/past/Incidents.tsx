// What one is sorry to have missed, and what an alarm came before.
import { IconCheck, IconX } from '@tabler/icons-react'
import { warningKinds } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useClockWords } from '../../../../ui/clock/use-clock-words.ts'
import { PathLink } from '../../../../ui/PathLink.tsx'
import { Some } from './Some.tsx'
import type { Incident, Result } from './result.ts'
import classes from './past.module.css'

const places = { 'complaint': '/tickets/', 'lost-opinion': '/feedback/answers/', 'warning': '/numbers/warnings/' } as const

export function Incidents({ caught, missed }: Result['incidents']) {
  const { t } = useTranslation('rules')
  const { duration } = useClockWords()
  return (
    <section>
      <h3>{t('incidents')}</h3>
      <p className={classes.soft}>{t('incidents.text')}</p>
      {caught.length + missed.length === 0 ? <p>{t('incidents.none')}</p> : <p>{t('incidents.of', { count: caught.length + missed.length, caught: caught.length })}</p>}
      {missed.length > 0 && (
        <>
          <h4>{t('incidents.missed')}</h4>
          <Some items={newest(missed)} className={classes.items}>{(incident) => <li key={`${incident.what} ${incident.id}`}><IconX size={15} stroke={1.75} aria-hidden /> <Told incident={incident} /></li>}</Some>
        </>
      )}
      {caught.length > 0 && (
        <>
          <h4>{t('incidents.caught')}</h4>
          <Some items={newest(caught)} className={classes.items}>{(incident) => <li key={`${incident.what} ${incident.id}`}><IconCheck size={15} stroke={1.75} aria-hidden /> <Told incident={incident} more={t('incidents.before', { time: duration(incident.hoursBefore * 3_600_000) })} /></li>}</Some>
        </>
      )}
    </section>
  )
}

const newest = <I extends Incident>(incidents: readonly I[]): I[] => incidents.toSorted((one, other) => (one.at < other.at ? 1 : -1))

function Told({ incident: { what, id, at, name }, more }: { incident: Incident; more?: string }) {
  const { t } = useTranslation('rules')
  const { t: tWarnings } = useTranslation('warnings')
  const { exact } = useClockWords()
  const kind = what === 'warning' ? warningKinds.find((each) => each === name) : undefined
  const said = kind ? tWarnings(`kind.${kind}`) : name
  return (
    <span>
      <PathLink href={`${places[what]}${encodeURIComponent(id)}`}>{said === '' ? t(`incident.${what}`) : said}</PathLink>
      <span className={classes.meta}>{[t(`incident.${what}`), exact(new Date(at)), more].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
