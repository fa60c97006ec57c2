// A metric, over how many days, and what has to become of it. Values are shown in the unit people say them in: shares in percent, times in minutes.
import type { MetricInfo } from '@kontuar/contracts'
import { Checkbox, SegmentedControl, Select, Switch } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ConditionsField } from '../../../../ui/conditions/ConditionsField.tsx'
import { conditionsAreGood } from '../../../../ui/conditions/condition-problems.ts'
import { useFields } from '../../../numbers/data/index.ts'
import { byFamily } from '../../../numbers/edit/index.ts'
import { isCounted, useRuleWords } from '../words/use-rule-words.ts'
import { conditionsProblem } from './conditions-problem.ts'
import { NumberField } from './NumberField.tsx'
import { PlaceField } from './PlaceField.tsx'
import { placesFor, tests, type Fault, type TestName } from './rule-values.ts'
import type { RuleForming } from './use-rule-form.ts'
import classes from './edit.module.css'

/** How many are open (a level) hangs on how many were before: a change of it cannot be told from chance. Shares are of what is counted. */
const testsFor = (metric: MetricInfo | undefined): readonly TestName[] => tests.filter((test) => metric === undefined || (test === 'share-grows' ? isCounted(metric) : metric.form.form !== 'level' || test === 'below' || test === 'above'))

export function FigureFields({ form, error }: { form: RuleForming; error: unknown }) {
  const { t } = useTranslation('rules')
  const { t: tNumbers } = useTranslation('numbers')
  const { metrics, metricOf } = useRuleWords()
  const fields = useFields()
  const { values, change } = form
  const metric = values.metric === null ? undefined : metricOf(values.metric)
  const wrong = wrongOf(form, metric, t)
  const bad = form.tried && fields.length > 0 && !conditionsAreGood(values.figureWhere, fields, { me: false })
  const choose = (name: string | null) => {
    const chosen = name === null ? undefined : metricOf(name)
    // What was a percentage is no number of minutes.
    change({ metric: name, ...(chosen?.unit === metric?.unit ? {} : { value: null, backAt: null, by: null }), ...(testsFor(chosen).includes(values.test) ? {} : { test: 'below' as const }) })
  }
  const setTest = (test: TestName) => {
    const places = placesFor({ ...values, test }, metric?.dimensions)
    change({ test, by: null, ...(places.includes(values.each) || places[0] === undefined ? {} : { each: places[0] }) })
  }
  return (
    <>
      <Select
        className={classes.wide} label={t('metric')} placeholder={t('metricChoose')} searchable maxDropdownHeight={320} nothingFoundMessage={t('nothingFound')} error={wrong('metric')} onBlur={() => form.left('metric')}
        description={metric?.explanation} data={byFamily(metrics).map(({ family, metrics: items }) => ({ group: tNumbers(`family.${family}`), items: items.map(({ name, label }) => ({ value: name, label })) }))} value={values.metric} onChange={choose}
      />
      <Select className={classes.wide} label={t('test')} allowDeselect={false} data={testsFor(metric).map((each) => ({ value: each, label: t(`testName.${each}`) }))} value={values.test} onChange={(test) => test && setTest(test as TestName)} />
      <TestFields key={`${values.metric} ${values.test} ${metric?.unit}`} form={form} metric={metric} wrong={wrong} />
      <div className={classes.pair}>
        {values.test !== 'trend' && <NumberField label={t('days')} unit={t('unit.days')} value={values.days} change={(days) => change({ days })} error={wrong('days')} left={() => form.left('days')} />}
        <NumberField label={t('minimum')} description={t('minimumHint')} value={values.minimum} change={(minimum) => change({ minimum })} error={wrong('minimum')} left={() => form.left('minimum')} />
      </div>
      <PlaceField form={form} {...(metric && { dimensions: metric.dimensions })} />
      <div>
        <ConditionsField label={t('where.figure')} value={values.figureWhere} onChange={(figureWhere) => change({ figureWhere })} fields={fields} error={conditionsProblem(error, 'where')} checked={form.tried} me={false} whenEmpty={t('where.everything')} about={t('about.figure')} />
        {bad && <p className={classes.wrong} role="alert">{t('wrong.conditions')}</p>}
      </div>
      <Switch label={t('tellsNoData')} description={t('tellsNoDataHint')} checked={values.tellsNoData} onChange={(event) => change({ tellsNoData: event.currentTarget.checked })} />
      {values.tellsNoData && <NumberField label={t('noDataDays')} unit={t('unit.days')} value={values.noDataDays} change={(noDataDays) => change({ noDataDays })} error={wrong('noDataDays')} left={() => form.left('noDataDays')} />}
    </>
  )
}

type Wrong = (fault: Fault) => string | false

function wrongOf(form: RuleForming, metric: MetricInfo | undefined, t: TFunction<'rules'>): Wrong {
  const faults = form.faults(metric?.dimensions)
  return (fault) => form.shows(fault) && faults.includes(fault) && t(`wrong.${fault}`)
}

function TestFields({ form: { values, change, left }, metric, wrong }: { form: RuleForming; metric: MetricInfo | undefined; wrong: Wrong }) {
  const { t } = useTranslation('rules')
  const unit = metric?.unit
  const ofValue = unit === 'share' ? { unit: '%', scale: 100 } : unit === 'seconds' ? { unit: t('unit.minutes'), scale: 1 / 60 } : {}
  const ofChange = values.test === 'share-grows' ? { unit: t('unit.percentPoints'), scale: 100 } : metric && isCounted(metric) ? { unit: '%', scale: 100 } : unit === 'share' ? { unit: t('unit.percentPoints'), scale: 100 } : ofValue
  switch (values.test) {
    case 'below': case 'above': return (
      <>
        <div className={classes.pair}>
          <NumberField label={t(`value.${values.test}`)} {...ofValue} decimals value={values.value} change={(value) => change({ value })} error={wrong('value')} left={() => left('value')} />
          <NumberField label={t('backAt')} description={t('backAtHint')} {...ofValue} decimals value={values.backAt} change={(backAt) => change({ backAt })} error={wrong('backAt')} left={() => left('backAt')} />
        </div>
        {metric?.form.form !== 'level' && <Checkbox label={t('certain')} description={t('certainHint')} checked={values.certain} onChange={(event) => change({ certain: event.currentTarget.checked })} />}
      </>
    )
    case 'falls': case 'rises': case 'share-grows': return (
      <div className={classes.pair}>
        <NumberField label={t('by')} description={t('byHint')} {...ofChange} decimals value={values.by} change={(by) => change({ by })} error={wrong('by')} left={() => left('by')} />
        <div role="group" aria-label={t('against')}>
          <span className={classes.label}>{t('against')}</span>
          <SegmentedControl size="xs" aria-label={t('against')} value={values.against} onChange={(against) => change({ against: against as 'before' | 'year' })} data={[{ value: 'before', label: t('againstName.before') }, { value: 'year', label: t('againstName.year') }]} />
        </div>
      </div>
    )
    case 'trend': return (
      <div className={classes.pair}>
        <NumberField label={t('weeks')} value={values.weeks} change={(weeks) => change({ weeks })} error={wrong('weeks')} left={() => left('weeks')} />
        <div role="group" aria-label={t('direction')}>
          <span className={classes.label}>{t('direction')}</span>
          <SegmentedControl size="xs" aria-label={t('direction')} value={values.direction} onChange={(direction) => change({ direction: direction as 'up' | 'down' })} data={[{ value: 'down', label: t('direction.down') }, { value: 'up', label: t('direction.up') }]} />
        </div>
      </div>
    )
  }
}
