import { changeSurvey, listMailboxes, type Survey } from '@kontuar/contracts'
import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { instantOf, localTime } from '../../../ui/zoned-time.ts'
import { flushSurvey } from '../build/draft/keepers.ts'
import { keepSurvey } from './survey-queries.ts'
import classes from './survey-settings.module.css'

export function SurveySettingsForm({ survey }: { survey: Survey }) {
  const { t } = useTranslation('feedback')
  const queries = useQueryClient()
  const { timeZone } = useMe().organization
  const mailboxes = useQuery({ queryKey: queryKeys.mailboxes.list, queryFn: ({ signal }) => api(listMailboxes, { query: { limit: 200 }, signal }), staleTime: 5 * 60_000 }).data?.items ?? []
  const local = (at: string | null) => (at === null ? '' : localTime(new Date(at), timeZone))
  const instant = (field: string) => (field === '' ? null : (instantOf(field, timeZone)?.toISOString() ?? null))
  const form = useForm({
    initialValues: { name: survey.name, anonymous: survey.anonymous, startsAt: local(survey.startsAt), endsAt: local(survey.endsAt), quota: survey.quota ?? ('' as number | ''), mailboxId: survey.mailboxId },
    validateInputOnBlur: ['name', 'endsAt'],
    validate: {
      name: (name) => (name.trim() === '' ? t('settings.nameMissing') : null),
      endsAt: (endsAt, { startsAt }) => (endsAt !== '' && startsAt !== '' && endsAt <= startsAt ? t('settings.endsBefore') : null),
    },
  })
  const saving = useMutation({
    mutationFn: async ({ name, quota, startsAt, endsAt, ...rest }: typeof form.values) => {
      // What is still being typed in the builder is saved first, or it would seem that somebody else had changed the survey.
      await flushSurvey(survey.id)
      return api(changeSurvey, { params: { id: survey.id }, body: { ...rest, name: name.trim(), quota: quota === '' ? null : Number(quota), startsAt: instant(startsAt), endsAt: instant(endsAt) } })
    },
    onSuccess: (saved) => {
      keepSurvey(queries, saved)
      form.resetDirty()
    },
    onError: (error) => {
      const errors = fieldErrors(error)
      form.setErrors({ ...errors, ...('anonymous' in errors && { anonymous: t('settings.anonymousStays') }) })
    },
  })
  const { anonymous } = form.values
  const locked = survey.anonymous && survey.answers > 0
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput className={classes.wide} label={t('name')} description={t('nameHint')} maxLength={200} {...form.getInputProps('name')} />
      <div>
        {locked ? (
          <>
            <p className={classes.locked}><IconLock size={18} stroke={1.5} aria-hidden /> {t('settings.anonymous')}</p>
            <p className={classes.lockedText}>{t('settings.anonymousStays')}</p>
          </>
        ) : (
          <Switch label={t('settings.anonymous')} description={t('settings.anonymousHint')} {...form.getInputProps('anonymous', { type: 'checkbox' })} />
        )}
        {anonymous && (
          <ul className={classes.consequences}>
            <li>{t('anonymous.noName')}</li>
            <li>{t('anonymous.noCall')}</li>
            <li>{t('anonymous.fewer')}</li>
            {!survey.anonymous && survey.answers > 0 && <li>{t('anonymous.before')}</li>}
          </ul>
        )}
      </div>
      <div className={classes.pair}>
        <TextInput type="datetime-local" label={t('settings.startsAt')} description={t('settings.startsAtHint')} {...form.getInputProps('startsAt')} />
        <TextInput type="datetime-local" label={t('settings.endsAt')} description={t('settings.endsAtHint')} {...form.getInputProps('endsAt')} />
      </div>
      <NumberInput className={classes.narrow} label={t('settings.quota')} description={t('settings.quotaHint')} placeholder={t('settings.noQuota')} min={1} max={10_000_000} allowDecimal={false} allowNegative={false} thousandSeparator=" " {...form.getInputProps('quota')} />
      {mailboxes.length > 0 && <Select className={classes.wide} label={t('settings.mailbox')} description={t('settings.mailboxHint')} placeholder={t('settings.anyMailbox')} clearable clearButtonProps={{ 'aria-label': t('settings.anyMailbox') }} data={mailboxes.map(({ id, name, address }) => ({ value: id, label: `${name} <${address}>` }))} {...form.getInputProps('mailboxId')} />}
    </SaveForm>
  )
}
