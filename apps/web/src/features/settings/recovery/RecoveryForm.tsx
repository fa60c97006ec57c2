import { changeRecoverySettings, type Conditions, type RecoverySettings } from '@kontuar/contracts'
import { NumberInput, Radio, Select, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { calendarsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { conditionsAreGood } from '../../../ui/conditions/condition-problems.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { Section } from '../SettingsPage.tsx'
import { OwnersField } from './OwnersField.tsx'
import { SecondSurveyField } from './SecondSurveyField.tsx'
import { useAnswerFields } from './use-answer-fields.ts'
import classes from '../settings.module.css'

const asks = ['always', 'by-hand', 'never'] as const
const nothing: Conditions = { combinator: 'and', rules: [] }
type Hours = number | string
const within = (given: Hours, least: number, most: number) => typeof given === 'number' && given >= least && given <= most

/** Until it is saved nothing holds; what was open stays as it is. */
export function RecoveryForm({ settings }: { settings: RecoverySettings }) {
  const { t } = useTranslation('recovery')
  const { t: everywhere } = useTranslation()
  const queries = useQueryClient()
  const fields = useAnswerFields()
  const calendars = (useQuery(calendarsQuery).data?.items ?? []).filter(({ id, retired }) => !retired || id === settings.calendarId)
  const [tried, setTried] = useState(false)
  const decimal = { decimalSeparator: currentLocale() === 'en' ? '.' : ',' } as const
  const form = useForm({
    initialValues: { ...settings, where: settings.where ?? nothing, reachHours: settings.reachHours as Hours, closeHours: settings.closeHours as Hours, askAfterHours: settings.askAfterHours as Hours, comeBackDays: settings.comeBackDays as Hours },
    validateInputOnBlur: ['reachHours', 'closeHours', 'askAfterHours', 'comeBackDays'],
    validate: {
      reachHours: (hours) => (within(hours, 0.5, 500) ? null : t('settings.wrong.hours', { least: 0.5, most: 500 })),
      closeHours: (hours, { reachHours }) => (!within(hours, 1, 2000) ? t('settings.wrong.hours', { least: 1, most: 2000 }) : typeof reachHours === 'number' && Number(hours) < reachHours ? t('settings.wrong.order') : null),
      askAfterHours: (hours) => (within(hours, 0, 1000) ? null : t('settings.wrong.hours', { least: 0, most: 1000 })),
      comeBackDays: (days) => (within(days, 1, 365) ? null : t('settings.wrong.days')),
      owners: (owners) => (owners.length > 0 ? null : t('settings.wrong.owners')),
    },
  })
  const { values } = form
  const narrows = values.where.rules.length > 0
  const good = !narrows || (fields.length > 0 && conditionsAreGood(values.where, fields, { me: false }))
  const saving = useMutation({
    mutationFn: (given: typeof form.values) => api(changeRecoverySettings, { body: { ...given, where: given.where.rules.length === 0 ? null : given.where, reachHours: Number(given.reachHours), closeHours: Number(given.closeHours), askAfterHours: Number(given.askAfterHours), comeBackDays: Number(given.comeBackDays) } }),
    onSuccess: (saved) => { queries.setQueryData(queryKeys.recoveries.settings, saved); form.resetDirty() },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <SaveForm
      pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={'where' in fieldErrors(saving.error) ? t('settings.wrong.where') : undefined}
      onSubmit={(event) => { setTried(true); if (good) form.onSubmit((given) => saving.mutate(given))(event) }}
    >
      <Section>
        <div className={classes.stack}>
          <Switch label={t('settings.on')} description={t('settings.onHint')} {...form.getInputProps('on', { type: 'checkbox' })} />
          <ConditionsField label={t('settings.where')} value={values.where} onChange={(where) => form.setFieldValue('where', where)} fields={fields} me={false} whenEmpty={t('settings.whereEmpty')} about={t('fact.survey')} checked={tried} />
        </div>
      </Section>
      <Section title={t('settings.owners')} text={t('settings.ownersText')}>
        <OwnersField value={values.owners} change={(owners) => form.setFieldValue('owners', owners)} error={form.errors['owners']} />
      </Section>
      <Section title={t('settings.times')} text={t('settings.timesText')}>
        <div className={classes.pair}>
          <NumberInput label={t('settings.reachHours')} min={0.5} max={500} step={1} decimalScale={1} {...decimal} {...form.getInputProps('reachHours')} />
          <NumberInput label={t('settings.closeHours')} min={1} max={2000} step={1} decimalScale={1} {...decimal} {...form.getInputProps('closeHours')} />
          <Select label={t('settings.calendar')} placeholder={t('settings.calendarUsual')} clearable clearButtonProps={{ 'aria-label': everywhere('picker.clear') }} data={calendars.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('calendarId')} />
        </div>
        <div className={classes.after}><Switch label={t('settings.makesTask')} description={t('settings.makesTaskHint')} {...form.getInputProps('makesTask', { type: 'checkbox' })} /></div>
      </Section>
      <Section title={t('settings.ending')}>
        <div className={classes.stack}>
          <Switch label={t('settings.causeNeeded')} {...form.getInputProps('causeNeeded', { type: 'checkbox' })} />
          <Switch label={t('settings.remedyNeeded')} {...form.getInputProps('remedyNeeded', { type: 'checkbox' })} />
          <Radio.Group label={t('settings.ask')} description={t('settings.askHint')} value={values.ask} onChange={(ask) => form.setFieldValue('ask', ask as RecoverySettings['ask'])}>
            {asks.map((each) => <Radio key={each} mt={8} value={each} label={t(`settings.ask.${each}`)} />)}
          </Radio.Group>
          {values.ask !== 'never' && (
            <div className={classes.pair}>
              <NumberInput label={t('settings.askAfterHours')} min={0} max={1000} step={1} decimalScale={1} {...decimal} {...form.getInputProps('askAfterHours')} />
              <SecondSurveyField value={values.surveyId} change={(surveyId) => form.setFieldValue('surveyId', surveyId)} error={form.errors['surveyId']} />
            </div>
          )}
          <NumberInput className={classes.narrow} label={t('settings.comeBackDays')} description={t('settings.comeBackDaysHint')} min={1} max={365} step={1} allowDecimal={false} {...form.getInputProps('comeBackDays')} />
        </div>
      </Section>
    </SaveForm>
  )
}
