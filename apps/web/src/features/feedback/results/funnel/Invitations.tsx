import { useTranslation } from 'react-i18next'
import { suppressionReasons } from './suppression-reasons.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Chart } from '../Chart.tsx'
import { countText, percent } from '../figure-words.ts'
import { IntervalBand } from '../IntervalBand.tsx'
import { RowsLink } from '../RowsLink.tsx'
import type { Results } from '../tiles/Tiles.tsx'
import { Trap } from '../Trap.tsx'
import { useFigureWords } from '../use-figure-words.ts'
import { byCount, funnelSteps } from './funnel-steps.ts'
import classes from './funnel.module.css'
import { Scroller } from '../../../../ui/Scroller.tsx'

/** The way of the invitations, who was not asked and why, where people stopped, and which road brings answers. */
export function Invitations({ results }: { results: Results }) {
  const { t } = useTranslation('results')
  const steps = funnelSteps(results.funnel)
  const invited = steps.some(({ n }) => n > 0)
  const suppressed = byCount(results.suppressions)
  const stopped = results.dropOut.filter(({ stopped: n }) => n > 0)
  return (
    <>
      <Chart title={t('funnel.title')} beside={<Trap about={t('funnel.title')}><p>{t('trap.funnel')}</p></Trap>} {...(invited && { table: <FunnelTable steps={steps} /> })}>
        {invited ? <Funnel steps={steps} /> : <p className={classes.note}>{t('funnel.none')}</p>}
      </Chart>
      <div className={classes.beside} hidden={suppressed.length + stopped.length === 0}>
        {suppressed.length > 0 && <Counts title={t('suppressed.title')} text={t('suppressed.text', { count: suppressed.reduce((sum, { n }) => sum + n, 0) })} rows={suppressed.map(({ name, n }) => ({ key: name, label: suppressionReasons.some((each) => each === name) ? t(`suppressed.${name as (typeof suppressionReasons)[number]}`) : name, n }))} />}
        {stopped.length > 0 && <Counts title={t('dropOut.title')} text={t('dropOut.text')} rows={stopped.map(({ questionId, title, stopped: n }) => ({ key: questionId, label: title, n }))} />}
      </div>
      {results.roads.length > 0 && <Roads roads={results.roads} />}
    </>
  )
}

type Steps = ReturnType<typeof funnelSteps>

function Funnel({ steps }: { steps: Steps }) {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  return (
    <ol className={classes.funnel}>
      {steps.map(({ step, n, width, kept, lost }) => (
        <li key={step}>
          <span className={classes.step}>{t(`step.${step}`)}</span>
          <span className={classes.room}><span className={classes.bar} style={{ width: `${width * 100}%` }} /><b>{countText(n, locale)}</b></span>
          <span className={classes.kept}>{kept === null ? '' : t('funnel.kept', { share: percent(kept, locale) })}{lost > 0 && <span className={classes.lost}>{t('funnel.lost', { count: lost })}</span>}</span>
        </li>
      ))}
    </ol>
  )
}

function FunnelTable({ steps }: { steps: Steps }) {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  return (
    <table className={classes.table}>
      <thead><tr><th scope="col">{t('column.step')}</th><th scope="col" className={classes.number}>{t('column.people')}</th><th scope="col" className={classes.number}>{t('column.kept')}</th><th scope="col" className={classes.number}>{t('column.lost')}</th></tr></thead>
      <tbody>{steps.map(({ step, n, kept, lost }) => <tr key={step}><th scope="row">{t(`step.${step}`)}</th><td className={classes.number}>{countText(n, locale)}</td><td className={classes.number}>{kept === null ? '–' : percent(kept, locale)}</td><td className={classes.number}>{countText(lost, locale)}</td></tr>)}</tbody>
    </table>
  )
}

function Counts({ title, text, rows }: { title: string; text: string; rows: { key: string; label: string; n: number }[] }) {
  const locale = currentLocale()
  const most = Math.max(...rows.map(({ n }) => n))
  return (
    <Chart level={3} title={title}>
      <p className={classes.note}>{text}</p>
      <table className={classes.counts}>
        <tbody>{rows.map(({ key, label, n }) => <tr key={key}><th scope="row">{label}</th><td className={classes.small} aria-hidden><span className={classes.smallBar} style={{ width: `${(n / most) * 100}%` }} /></td><td className={classes.number}>{countText(n, locale)}</td></tr>)}</tbody>
      </table>
    </Chart>
  )
}

function Roads({ roads }: { roads: Results['roads'] }) {
  const { t } = useTranslation('results')
  const { t: tAnswers } = useTranslation('answers')
  const words = useFigureWords()
  const locale = currentLocale()
  const unconfirmed = roads.some((road) => road.unconfirmed > 0)
  return (
    <Chart level={3} title={t('roads.title')}>
      <Scroller label={t('roads.title')} className={classes.scroll}>
        <table className={classes.table} data-wide>
          <thead>
            <tr>
              <th scope="col">{t('by.road')}</th><th scope="col" className={classes.number}>{t('step.delivered')}</th><th scope="col" className={classes.number}>{t('column.n')}</th><th scope="col" className={classes.number}>{t('tile.rate')}</th><th scope="col">{t('column.interval')}</th>
              {unconfirmed && <th scope="col" className={classes.number}>{t('unconfirmed')}</th>}
            </tr>
          </thead>
          <tbody>
            {roads.map(({ road, sent, delivered, answers, rate, unconfirmed: clicks }) => (
              <tr key={road}>
                <th scope="row">{tAnswers(`road.${road}`)}</th>
                <td className={classes.number}>{sent === 0 ? '–' : countText(delivered, locale)}</td>
                <td className={classes.number}>{answers === 0 ? 0 : <RowsLink more={{ road }}>{countText(answers, locale)}</RowsLink>}</td>
                <td className={classes.number}>{rate === null ? '–' : percent(rate.share, locale)}</td>
                <td className={classes.interval}>{rate !== null && <IntervalBand small value={rate.share} interval={rate} bounds={{ low: 0, high: 1 }} label={t('intervalWords', { range: words.shareRange(rate) })} />}</td>
                {unconfirmed && <td className={classes.number}>{clicks === 0 ? '' : countText(clicks, locale)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Chart>
  )
}
