import type { InsightSettings } from '@kontuar/contracts'
import { NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../../api/desk.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import shared from '../settings.module.css'
import classes from './numbers.module.css'

type Whole = number | string
interface Given { settings: InsightSettings; saving: UseMutationResult<InsightSettings, Error, InsightSettings> }

/** Within how many seconds, from how many on, over how many days. Empty of a queue means: as everywhere. */
export function CountingForm({ settings, saving }: Given) {
  const { t } = useTranslation('counting')
  const named = useNamed()
  const queues = useQueues().filter(({ retired, id }) => !retired || settings.answerWithinByQueue[id] !== undefined)
  const within = (least: number, most: number) => (given: Whole) => (given !== '' && Number(given) >= least && Number(given) <= most ? null : t('wrong', { least, most }))
  const form = useForm({
    initialValues: { answerWithinSeconds: settings.answerWithinSeconds as Whole, shortAbandonSeconds: settings.shortAbandonSeconds as Whole, repeatWindowDays: settings.repeatWindowDays as Whole, complaintWindowDays: settings.complaintWindowDays as Whole, byQueue: Object.fromEntries(Object.entries(settings.answerWithinByQueue)) as Record<string, Whole> },
    validateInputOnBlur: true,
    validate: { answerWithinSeconds: within(1, 3600), shortAbandonSeconds: within(0, 120), repeatWindowDays: within(1, 60), complaintWindowDays: within(1, 730), byQueue: (byQueue) => (Object.values(byQueue).every((each) => each === '' || within(1, 3600)(each) === null) ? null : t('wrong', { least: 1, most: 3600 })) },
  })
  const submit = form.onSubmit(({ byQueue, ...rest }) => saving.mutate({
    answerWithinSeconds: Number(rest.answerWithinSeconds), shortAbandonSeconds: Number(rest.shortAbandonSeconds), repeatWindowDays: Number(rest.repeatWindowDays), complaintWindowDays: Number(rest.complaintWindowDays),
    answerWithinByQueue: Object.fromEntries(Object.entries(byQueue).filter(([, seconds]) => seconds !== '').map(([id, seconds]) => [id, Number(seconds)])),
  }, { onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(fieldErrors(error)) }))
  const whole = { allowDecimal: false, allowNegative: false, className: shared.narrow! } as const
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} onSubmit={submit}>
      <p className={classes.note} role="note">{t('fromNow')}</p>
      <NumberInput {...whole} label={t('within')} description={t('withinHint')} min={1} max={3600} suffix={` ${t('seconds')}`} {...form.getInputProps('answerWithinSeconds')} />
      {queues.length > 0 && (
        <fieldset className={shared.choice}>
          <legend>{t('byQueue')}</legend>
          <p className={classes.hint}>{t('byQueueHint', { seconds: form.values.answerWithinSeconds })}</p>
          <div className={classes.queues}>
            {queues.map((queue) => <NumberInput key={queue.id} size="xs" label={named('queue', queue)} allowDecimal={false} allowNegative={false} min={1} max={3600} placeholder={String(form.values.answerWithinSeconds)} suffix={` ${t('seconds')}`} value={form.values.byQueue[queue.id] ?? ''} onChange={(next) => form.setFieldValue('byQueue', { ...form.values.byQueue, [queue.id]: next })} />)}
          </div>
          {form.errors['byQueue'] && <p className={classes.wrong}>{form.errors['byQueue']}</p>}
        </fieldset>
      )}
      <NumberInput {...whole} label={t('short')} description={t('shortHint')} min={0} max={120} suffix={` ${t('seconds')}`} {...form.getInputProps('shortAbandonSeconds')} />
      <NumberInput {...whole} label={t('repeat')} description={t('repeatHint')} min={1} max={60} suffix={` ${t('days')}`} {...form.getInputProps('repeatWindowDays')} />
      <NumberInput {...whole} label={t('complaint')} description={t('complaintHint')} min={1} max={730} suffix={` ${t('days')}`} {...form.getInputProps('complaintWindowDays')} />
    </SaveForm>
  )
}
