// What the rule watches: one kind, and what it needs to know.
import { warningKinds, type AlertSubject, type WarningKind } from '@kontuar/contracts'
import { MultiSelect, Radio, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { calendarsQuery, useLocations } from '../../../../api/desk.ts'
import { useNamed } from '../../../../ui/ready-made.ts'
import { ConditionsPart } from './ConditionsPart.tsx'
import { FigureFields } from './FigureFields.tsx'
import { NumberField } from './NumberField.tsx'
import { PlaceField } from './PlaceField.tsx'
import { kinds, placesFor, subjectsFor, type Kind } from './rule-values.ts'
import type { RuleForming } from './use-rule-form.ts'
import classes from './edit.module.css'

export function KindFields({ form, error }: { form: RuleForming; error: unknown }) {
  const { t } = useTranslation('rules')
  const { values, change } = form
  /** What cannot stand in the new kind becomes the first that can. */
  const fitting = (kind: Kind, subject: AlertSubject) => {
    const on = subjectsFor(kind).includes(subject) ? subject : (subjectsFor(kind)[0] ?? subject)
    const places = placesFor({ kind, on, test: values.test })
    return { kind, on, each: places.length === 0 || places.includes(values.each) ? values.each : places[0]! }
  }
  return (
    <>
      <Radio.Group label={t('kind')} value={values.kind} onChange={(next) => change(fitting(next as Kind, values.on))}>
        <div className={classes.kinds}>{kinds.map((each) => <Radio key={each} value={each} label={t(`kind.${each}`)} description={t(`kindText.${each}`)} />)}</div>
      </Radio.Group>
      {subjectsFor(values.kind).length > 0 && (
        <Select className={classes.wide} label={t(`on.label.${values.kind === 'event' ? 'event' : values.kind === 'sequence' ? 'sequence' : 'silence'}`)} allowDeselect={false} data={subjectsFor(values.kind).map((on) => ({ value: on, label: t(`on.${on}`) }))} value={values.on} onChange={(on) => on && change(fitting(values.kind, on as AlertSubject))} />
      )}
      {values.kind === 'event' && <ConditionsPart label={t('where.event')} field="where" on={values.on} value={values.where} change={(where) => change({ where })} whenEmpty={t('where.all')} tried={form.tried} error={error} />}
      {values.kind === 'sequence' && <SequenceFields form={form} error={error} />}
      {values.kind === 'figure' && <FigureFields form={form} error={error} />}
      {values.kind === 'silence' && <SilenceFields form={form} error={error} />}
      {values.kind === 'warning' && <WarningFields form={form} />}
    </>
  )
}

function SequenceFields({ form, error }: { form: RuleForming; error: unknown }) {
  const { t } = useTranslation('rules')
  const { values, change, shows, left } = form
  const faults = form.faults()
  return (
    <>
      <NumberField label={t('n')} value={values.n} change={(n) => change({ n })} error={shows('n') && faults.includes('n') && t('wrong.n')} left={() => left('n')} />
      <ConditionsPart label={t('fitsLabel')} field="fits" on={values.on} value={values.fits} change={(fits) => change({ fits })} whenEmpty={t('fitsEmpty')} tried={form.tried} error={error} wrong={form.tried && faults.includes('fits') ? t('wrong.fits') : undefined} />
      <ConditionsPart label={t('amongLabel')} field="among" on={values.on} value={values.among} change={(among) => change({ among })} whenEmpty={t('amongEmpty')} tried={form.tried} error={error} />
      <PlaceField form={form} />
    </>
  )
}

function SilenceFields({ form, error }: { form: RuleForming; error: unknown }) {
  const { t } = useTranslation('rules')
  const { values, change, shows, left } = form
  return (
    <>
      <NumberField label={t('hours')} description={t('hoursHint')} unit={t('unit.hours')} decimals value={values.hours} change={(hours) => change({ hours })} error={shows('hours') && form.faults().includes('hours') && t('wrong.hours')} left={() => left('hours')} />
      <CalendarField label={t('silenceCalendar')} value={values.silenceCalendarId} change={(silenceCalendarId) => change({ silenceCalendarId })} />
      <PlaceField form={form} />
      <ConditionsPart label={t('where.silence')} field="where" on={values.on} value={values.where} change={(where) => change({ where })} whenEmpty={t('where.anything')} tried={form.tried} error={error} />
    </>
  )
}

/** By which hours it is counted; none: those of the organization. */
export function CalendarField({ label, description, value, change }: { label: string; description?: string; value: string | null; change: (value: string | null) => void }) {
  const { t } = useTranslation('rules')
  const named = useNamed()
  const calendars = (useQuery(calendarsQuery).data?.items ?? []).filter(({ id, retired }) => !retired || id === value)
  return <Select className={classes.wide} label={label} description={description} allowDeselect={false} data={[{ value: '', label: t('calendarUsual') }, ...calendars.map((each) => ({ value: each.id, label: named('calendar', each) }))]} value={value ?? ''} onChange={(next) => change(next === '' ? null : next)} />
}

function WarningFields({ form }: { form: RuleForming }) {
  const { t } = useTranslation('rules')
  const { t: tWarnings } = useTranslation('warnings')
  const { values, change, shows, left } = form
  const locations = useLocations().filter(({ id, retired }) => !retired || values.locationIds.includes(id))
  return (
    <>
      <MultiSelect
        className={classes.wide} label={t('warningKinds')} placeholder={values.warningKinds.length === 0 ? t('warningKindsChoose') : undefined} hidePickedOptions maxDropdownHeight={320} onBlur={() => left('warningKinds')}
        data={warningKinds.map((kind) => ({ value: kind, label: tWarnings(`kind.${kind}`) }))} value={values.warningKinds} onChange={(next) => change({ warningKinds: next as WarningKind[] })} error={shows('warningKinds') && form.faults().includes('warningKinds') && t('wrong.warningKinds')}
      />
      {locations.length > 0 && <MultiSelect className={classes.wide} label={t('warningLocations')} placeholder={values.locationIds.length === 0 ? t('everywhere') : undefined} searchable={locations.length > 8} hidePickedOptions maxDropdownHeight={320} data={locations.map(({ id, name }) => ({ value: id, label: name }))} value={values.locationIds} onChange={(locationIds) => change({ locationIds })} />}
    </>
  )
}
