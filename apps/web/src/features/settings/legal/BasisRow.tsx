import type { LegalBasis } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { dayText } from '../calendars/when.ts'
import type { LegalTerm } from './term-end.ts'
import shared from '../settings.module.css'
import classes from './legal.module.css'

/** One term of law with its source; older versions closed below. */
export function BasisRow({ basis, older }: { basis: LegalBasis; older: readonly LegalBasis[] }) {
  const { t } = useTranslation('times')
  const named = useNamed()
  const name = named('legal', basis)
  const consequence = named('legalConsequence', { name: basis.consequence, readyMade: basis.readyMade })
  const length = (term: LegalTerm) => `${term.length} ${t(`term.${term.unit}`, { count: term.length })}`
  const days = new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(basis.remindDays.map(String))
  return (
    <li className={classes.basis}>
      <div className={classes.head}>
        <div>
          <h2 className={classes.name}>{name}</h2>
          <p className={classes.length}>{t('basis.said', { term: length(basis.term), rule: t(`rule.${basis.term.rule}`) })}</p>
        </div>
        <Button variant="default" size="compact-sm" aria-label={t('basis.addVersionOf', { name })} renderRoot={(props) => <Link to="/settings/legal/$code" params={{ code: basis.code }} {...props} />}>{t('basis.addVersion')}</Button>
      </div>
      {consequence && <p className={classes.consequence}>{consequence}</p>}
      <p className={shared.rowText}>{basis.internalTarget ? t('basis.saidInternal', { term: length(basis.internalTarget) }) : t('basis.noInternal')} {basis.remindDays.length > 0 && t('basis.saidRemind', { days })}</p>
      <p className={shared.rowText}>{basis.sourceUrl ? <a href={basis.sourceUrl} target="_blank" rel="noreferrer noopener">{basis.source} <IconExternalLink size={13} stroke={1.5} aria-label={t('basis.newTab')} /></a> : basis.source}</p>
      <p className={shared.rowText}>{t('basis.version', { version: basis.version, day: dayText(basis.validFrom) })}</p>
      {older.length > 0 && (
        <details className={classes.older}>
          <summary>{t('basis.older', { count: older.length })}</summary>
          <ul>{older.map((each) => <li key={each.version}>{t('basis.version', { version: each.version, day: dayText(each.validFrom) })} {t('basis.said', { term: length(each.term), rule: t(`rule.${each.term.rule}`) })}</li>)}</ul>
        </details>
      )}
    </li>
  )
}
