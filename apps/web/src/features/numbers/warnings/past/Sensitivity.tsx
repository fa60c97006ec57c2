import { decimalText } from '@kontuar/charts'
import type { WarningReplay, WarningSettings } from '@kontuar/contracts'
import { SegmentedControl, Switch } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocations } from '../../../../api/desk.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { replayMonths, type PastSearch, type ReplayMonths } from '../search.ts'
import { budgets, stepOf } from './draft.ts'
import classes from './past.module.css'

interface Given {
  draft: WarningSettings; change: (part: Partial<WarningSettings>) => void; months: ReplayMonths; replay: UseQueryResult<WarningReplay>; waits: boolean
  /** How many there would have been with what is saved; null: that is what is shown. */
  before: number | null
}

/** How many false alarms are borne, and beside it what that would have brought. */
export function Sensitivity({ draft, change, months, replay, waits, before }: Given) {
  const { t } = useTranslation('warnings')
  const navigate = useNavigate()
  const id = useId()
  const severalPlaces = useLocations().filter(({ retired }) => !retired).length > 1
  const locale = currentLocale()
  const number = (value: number) => decimalText(value, Number.isInteger(value) ? 0 : value < 1 ? 2 : 1, locale)
  const said = t('budget.value', { n: number(draft.falseAlarmsPerMonth) })
  return (
    <div className={classes.sensitivity}>
      <div className={classes.sliders}>
        <div>
          <div className={classes.sliderHead}><label htmlFor={id}>{t('budget')}</label><output htmlFor={id}>{said}</output></div>
          <input id={id} type="range" className={classes.slider} min={0} max={budgets.length - 1} step={1} value={stepOf(draft.falseAlarmsPerMonth)} aria-valuetext={said} onChange={(event) => change({ falseAlarmsPerMonth: budgets[Number(event.currentTarget.value)]! })} />
          <div className={classes.ends} aria-hidden><span>{t('budget.few')}</span><span>{t('budget.many')}</span></div>
        </div>
        {severalPlaces && <Switch label={t('perLocation')} description={t('perLocationHint')} checked={draft.perLocation} onChange={(event) => change({ perLocation: event.currentTarget.checked })} />}
      </div>
      <div className={classes.result}>
        <div className={classes.months}>
          <span id={`${id}-months`}>{t('months')}</span>
          <SegmentedControl size="xs" aria-labelledby={`${id}-months`} value={String(months)} data={replayMonths.map((each) => ({ value: String(each), label: t(`months.${each}`) }))} onChange={(each) => void navigate({ to: '/numbers/warnings/past', search: (each === '6' ? {} : { months: Number(each) }) as PastSearch, replace: true, resetScroll: false })} />
        </div>
        {replay.isError && !replay.data ? <Problem error={replay.error} retry={() => void replay.refetch()} /> : (
          <div data-old={waits || undefined} className={classes.would} aria-live="polite" aria-busy={waits || replay.isPending}>
            <p className={classes.count}>{replay.data ? t('would', { count: replay.data.items.length }) : t('counting')}</p>
            <p className={classes.soft}>{replay.data && t('would.perMonth', { n: decimalText(replay.data.perMonth, 1, locale), budget: number(draft.falseAlarmsPerMonth) })} {before !== null && t('would.saved', { count: before })}</p>
          </div>
        )}
      </div>
    </div>
  )
}
