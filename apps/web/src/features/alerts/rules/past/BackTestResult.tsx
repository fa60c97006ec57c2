// What was found: how many alarms and when, who would have been told, what was caught and missed, and each alarm with what it was about.
import { decimalText, periodText, wholeText } from '@kontuar/charts'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { exactTime } from '../../../../ui/relative-time.ts'
import { Scroller } from '../../../../ui/Scroller.tsx'
import { Alarms } from './Alarms.tsx'
import { Incidents } from './Incidents.tsx'
import { WeeksChart } from './WeeksChart.tsx'
import type { Result } from './result.ts'
import classes from './past.module.css'

export function BackTestResult({ result }: { result: Result }) {
  const { t } = useTranslation('rules')
  const { timeZone } = useMe().organization
  const locale = currentLocale()
  const number = (n: number) => (Number.isInteger(n) || n >= 10 ? wholeText(n, locale) : decimalText(n, 1, locale))
  const { alarms, perWeek, people, incidents, falseAlarms, noData, noisy, noisyFor, heardSince, leftOut } = result
  const chance = falseAlarms.perMonth === null ? t('false.none') : t(`false.${falseAlarms.method}`, { perMonth: number(falseAlarms.perMonth) })
  return (
    <div className={classes.result}>
      <p className={classes.headline} role="status">{alarms === 0 ? t('result.nothing') : t('result.alarms', { count: alarms, perWeek: number(perWeek) })} <span>{periodText(result.from, result.to, { locale, timeZone })}</span></p>
      {noisy && <p className={classes.noisy} role="note"><IconAlertTriangle size={16} stroke={1.75} aria-hidden /> <span>{t('result.noisy', { name: noisyFor ?? '…' })}</span></p>}
      {alarms > 0 && <WeeksChart result={result} />}
      {noData > 0 && <p>{t('result.noData', { count: noData })}</p>}
      {heardSince !== null && <p className={classes.soft}>{t('result.heardSince', { when: exactTime(new Date(heardSince), locale, timeZone) })}</p>}
      {leftOut > 0 && <p className={classes.soft}>{t('result.leftOut', { count: leftOut })}</p>}
      <section>
        <h3>{t('result.people')}</h3>
        {people.length === 0 ? <p className={classes.soft}>{t('result.nobody')}</p> : (
          <Scroller label={t('result.people')} className={classes.scroller} landmark>
            <table className={classes.table}>
              <thead><tr><th scope="col">{t('result.person')}</th><th scope="col" data-number>{t('result.perWeek')}</th><th scope="col" data-number>{t('result.inTheNight')}</th></tr></thead>
              <tbody>{people.map(({ staffId, name, perWeek: often, inTheNight }) => <tr key={staffId}><th scope="row">{name}</th><td data-number>{number(often)}</td><td data-number>{wholeText(inTheNight, locale)}</td></tr>)}</tbody>
            </table>
          </Scroller>
        )}
        <p className={classes.soft}>{t('result.peopleHint')}</p>
      </section>
      <section>
        <h3>{t('result.false')}</h3>
        <p>{chance}</p>
      </section>
      <Incidents caught={incidents.caught} missed={incidents.missed} />
      {alarms > 0 && <Alarms items={result.items} alarms={alarms} />}
    </div>
  )
}
