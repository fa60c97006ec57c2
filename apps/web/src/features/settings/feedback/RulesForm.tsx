import type { FeedbackSettings } from '@kontuar/contracts'
import { NumberInput, Radio, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { useSaveSettings } from './feedback-settings.ts'
import shared from '../settings.module.css'
import classes from './feedback.module.css'

const seen = ['all', 'score', 'nothing'] as const
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** How seldom, at what hours, for how long, and what agents see of it. */
export function RulesForm({ settings: { look: _, ...settings } }: { settings: FeedbackSettings }) {
  const { t } = useTranslation('inviting')
  const { save } = useSaveSettings()
  const within = (given: number | string, least: number, most: number, wrong: string) => (given !== '' && Number(given) >= least && Number(given) <= most ? null : wrong)
  const form = useForm({
    initialValues: { ...settings, restDays: settings.restDays as number | string, expireDays: settings.expireDays as number | string },
    validateInputOnBlur: true,
    validate: {
      restDays: (days) => within(days, 0, 3650, t('wrong.rest')), expireDays: (days) => within(days, 1, 365, t('wrong.expire')),
      sendFrom: (time) => (isTime(time) ? null : t('wrong.time')), sendUntil: (time, { sendFrom }) => (!isTime(time) ? t('wrong.time') : time === sendFrom ? t('wrong.window') : null),
    },
  })
  const submit = form.onSubmit(({ restDays, expireDays, ...rest }) => save.mutate({ ...rest, restDays: Number(restDays), expireDays: Number(expireDays) }, { onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(fieldErrors(error)) }))
  return (
    <SaveForm pending={save.isPending} saved={save.isSuccess && !form.isDirty()} error={save.error} onSubmit={submit}>
      <NumberInput className={shared.narrow} label={t('rest')} description={t('restHint')} min={0} max={3650} allowDecimal={false} allowNegative={false} suffix={` ${t('days')}`} {...form.getInputProps('restDays')} />
      <fieldset className={shared.choice}>
        <legend>{t('window')}</legend>
        <p className={classes.hint}>{t('windowHint')}</p>
        <div className={classes.window}>
          <TextInput type="time" label={t('from')} {...form.getInputProps('sendFrom')} />
          <TextInput type="time" label={t('until')} {...form.getInputProps('sendUntil')} />
        </div>
      </fieldset>
      <NumberInput className={shared.narrow} label={t('expire')} description={t('expireHint')} min={1} max={365} allowDecimal={false} allowNegative={false} suffix={` ${t('days')}`} {...form.getInputProps('expireDays')} />
      <Radio.Group label={t('agentsSee')} description={t('agentsSeeHint')} {...form.getInputProps('agentsSee')}>
        <div className={shared.checks}>{seen.map((each) => <Radio key={each} value={each} label={t(`see.${each}`)} description={t(`seeText.${each}`)} />)}</div>
      </Radio.Group>
    </SaveForm>
  )
}
