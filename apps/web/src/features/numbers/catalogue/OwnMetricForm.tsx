import { metricUnits, type Conditions, type MeasureInfo, type OwnMetric } from '@kontuar/contracts'
import { Button, MultiSelect, NativeSelect, NumberInput, Radio, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { UseMutationResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { useFields } from '../data/use-fields.ts'
import { isWhole, ownForms, saysYesOrNo, type OwnValues } from './own-values.ts'
import { Preview } from './Preview.tsx'
import classes from './catalogue.module.css'

interface Given { initial: OwnValues; measures: readonly MeasureInfo[]; known: ReadonlyMap<string, MeasureInfo>; saving: UseMutationResult<Static<typeof OwnMetric>, Error, OwnValues> }

/** Composing a metric; beside it what it says as it stands. */
export function OwnMetricForm({ initial, measures, known, saving }: Given) {
  const { t } = useTranslation('numbers')
  const fields = useFields()
  const form = useForm<OwnValues>({
    initialValues: initial, validateInputOnBlur: ['name', 'shownFrom'],
    validate: {
      name: (name) => (name.trim() === '' ? t('own.wrong.name') : null), of: (of) => (of.length === 0 ? t('own.wrong.of') : null), among: (among, values) => (values.form === 'ratio' && among.length === 0 ? t('own.wrong.among') : null),
      part: (part, values) => (values.form === 'share' && !saysYesOrNo(values.of, known) && part.rules.length === 0 ? t('own.wrong.part') : null), shownFrom: (from) => (Number(from) >= 1 && Number(from) <= 10_000 ? null : t('own.wrong.shownFrom')),
    },
  })
  const { values } = form
  const options = measures.map(({ name, label }) => ({ value: name, label })).toSorted((one, other) => one.label.localeCompare(other.label))
  const conditions = (name: 'where' | 'part' | 'amongWhere', label: string, whenEmpty: string) => (
    <div>
      <ConditionsField label={label} value={values[name]} onChange={(next: Conditions) => form.setFieldValue(name, next)} fields={fields} me={false} whenEmpty={whenEmpty} error={saving.error} />
      {form.errors[name] && <p className={classes.wrong}>{form.errors[name]}</p>}
    </div>
  )
  const measureField = (name: 'of' | 'among', label: string) => <MultiSelect label={label} data={options} searchable hidePickedOptions maxValues={10} maxDropdownHeight={320} value={[...values[name]]} onChange={(next) => form.setFieldValue(name, next)} error={form.errors[name]} nothingFoundMessage={t('catalogue.nothing')} />
  return (
    <div className={classes.composing}>
      <SaveForm pending={saving.isPending} error={saving.error} errorText={saving.error instanceof ApiProblem ? saving.error.detail : undefined} onSubmit={form.onSubmit((now) => saving.mutate(now))} beside={<Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/numbers/metrics" search={{}} {...props} />}>{t('cancel')}</Button>}>
        <TextInput autoFocus label={t('own.name')} placeholder={t('own.nameExample')} maxLength={100} {...form.getInputProps('name')} />
        <Radio.Group label={t('own.form')} {...form.getInputProps('form')}>
          <div className={classes.forms}>{ownForms.map((each) => <Radio key={each} value={each} label={t(`own.form.${each}`)} description={t(`own.formText.${each}`)} />)}</div>
        </Radio.Group>
        {measureField('of', t(values.form === 'ratio' ? 'own.above' : 'own.of'))}
        {conditions('where', t(values.form === 'share' ? 'own.whole' : values.form === 'ratio' ? 'own.aboveWhere' : 'own.where'), t('own.all'))}
        {values.form === 'share' && conditions('part', t('own.part'), t(saysYesOrNo(values.of, known) ? 'own.yes' : 'own.noPart'))}
        {values.form === 'ratio' && measureField('among', t('own.below'))}
        {values.form === 'ratio' && conditions('amongWhere', t('own.belowWhere'), t('own.all'))}
        {values.form === 'ratio' && <NativeSelect label={t('own.unit')} data={metricUnits.filter((unit) => unit !== 'points').map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))} {...form.getInputProps('unit')} />}
        <NativeSelect label={t('own.direction')} data={(['up', 'down', 'neither'] as const).map((each) => ({ value: each, label: t(`direction.${each}`) }))} {...form.getInputProps('direction')} />
        <NumberInput className={classes.narrow} label={t('own.shownFrom')} description={t('own.shownFromHint')} min={1} max={10_000} allowDecimal={false} allowNegative={false} {...form.getInputProps('shownFrom')} />
        <Textarea label={t('own.explanation')} description={t('own.explanationHint')} autosize minRows={2} maxRows={6} maxLength={2000} {...form.getInputProps('explanation')} />
      </SaveForm>
      <Preview values={isWhole(values, known) ? values : null} known={known} />
    </div>
  )
}
