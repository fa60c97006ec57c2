import { changeTaskSettings, type TaskSettings } from '@kontuar/contracts'
import { NumberInput, Radio, Select, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { calendarsQuery, taskSettingsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import '../settings-styles.ts'
import classes from '../settings.module.css'

export function TaskSettingsPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const { data, error, refetch } = useQuery(taskSettingsQuery)
  return (
    <SettingsPage title={tSettings('tasks.title')} text={t('taskSettings.text')}>
      {data ? <TaskSettingsForm settings={data} /> : error ? <Problem error={error} retry={() => void refetch()} /> : <FormSkeleton fields={4} />}
    </SettingsPage>
  )
}

const asks = ['nothing', 'loops', 'everything'] as const
const recipients = ['manager', 'administrators'] as const
/** Minutes of a task that nobody has said anything about yet: a day at work. */
const usualMinutes = 480

function TaskSettingsForm({ settings }: { settings: TaskSettings }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const queries = useQueryClient()
  const calendars = (useQuery(calendarsQuery).data?.items ?? []).filter(({ id, retired }) => !retired || id === settings.calendarId)
  const form = useForm({
    initialValues: { closingAsks: settings.closingAsks, escalates: settings.escalate !== null, hours: ((settings.escalate?.afterMinutes ?? usualMinutes) / 60) as number | string, to: settings.escalate?.to ?? 'manager', calendarId: settings.calendarId },
    validateInputOnBlur: true,
    validate: { hours: (hours, { escalates }) => (!escalates || (typeof hours === 'number' && hours >= 0.25 && hours <= 240) ? null : t('taskSettings.afterWrong')) },
  })
  const saving = useMutation({
    mutationFn: ({ closingAsks, escalates, hours, to, calendarId }: typeof form.values) => api(changeTaskSettings, { body: { closingAsks, escalate: escalates ? { afterMinutes: Math.round(Number(hours) * 60), to } : null, calendarId } }),
    onSuccess: (saved) => { queries.setQueryData(queryKeys.taskSettings, saved); void queries.invalidateQueries({ queryKey: queryKeys.tasks.all }); form.resetDirty() },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <Radio.Group label={t('taskSettings.closing')} {...form.getInputProps('closingAsks')} onChange={(value) => form.setFieldValue('closingAsks', value as TaskSettings['closingAsks'])}>
        {asks.map((each) => <Radio key={each} mt={8} value={each} label={t(`taskSettings.closing.${each}`)} />)}
      </Radio.Group>
      <Switch label={t('taskSettings.escalate')} description={t('taskSettings.escalateHint')} {...form.getInputProps('escalates', { type: 'checkbox' })} />
      {form.values.escalates && (
        <>
          <NumberInput className={classes.narrow} label={t('taskSettings.after')} min={0.25} max={240} step={1} decimalScale={2} decimalSeparator={currentLocale() === 'en' ? '.' : ','} {...form.getInputProps('hours')} />
          <Select className={classes.narrow} label={t('taskSettings.to')} allowDeselect={false} data={recipients.map((each) => ({ value: each, label: t(`taskSettings.to.${each}`) }))} {...form.getInputProps('to')} onChange={(to) => form.setFieldValue('to', to as (typeof recipients)[number])} />
        </>
      )}
      <Select className={classes.narrow} label={t('taskSettings.calendar')} placeholder={t('taskSettings.calendarUsual')} clearable clearButtonProps={{ 'aria-label': everywhere('picker.clear') }} data={calendars.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('calendarId')} />
    </SaveForm>
  )
}
