import type { Touchpoint } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import type { InvitationSearch } from '../invitations/invitation-search.ts'
import classes from './touchpoints.module.css'

/** What became of the askings of 30 days; each number leads to its rows. */
export function Counts({ touchpoint: { id, counts } }: { touchpoint: Touchpoint }) {
  const { t } = useTranslation('asking')
  const number = new Intl.NumberFormat(currentLocale())
  const of: [keyof typeof counts, InvitationSearch | null][] = [['planned', { state: 'planned' }], ['sent', { state: 'sent' }], ['answered', null], ['suppressed', { state: 'suppressed' }]]
  if (Object.values(counts).every((count) => count === 0)) return <p className={classes.quiet}>{t('counts.none')}</p>
  return (
    <ul className={classes.counts} aria-label={t('counts.label')}>
      {of.map(([name, search]) => (
        <li key={name} data-zero={counts[name] === 0 || undefined}>
          {counts[name] === 0 || search === null ? t(`counts.${name}`, { number: number.format(counts[name]) }) : <Link to="/feedback/invitations" search={{ touchpoint: id, ...search }}>{t(`counts.${name}`, { number: number.format(counts[name]) })}</Link>}
        </li>
      ))}
      <li className={classes.window}>{t('counts.window')}</li>
    </ul>
  )
}
