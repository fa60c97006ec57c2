import { changeSurveyLink, type SurveyLink, type WebsiteSettings } from '@kontuar/contracts'
import { NumberInput, Radio, Select, Switch, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { faults, settingsOf, valuesOf, type WebsiteValues } from './website-values.ts'
import shared from '../frame/roads.module.css'
import classes from './website.module.css'

const triggers = ['time', 'scroll', 'exit', 'now'] as const
const sides = ['right', 'left', 'middle'] as const

/** When and where the website asks. Saved, it holds within a minute: the snippet stays the same. */
export function WebsiteForm({ link, settings }: { link: SurveyLink; settings: WebsiteSettings }) {
  const { t } = useTranslation('roads')
  const queries = useQueryClient()
  const say = (fault: 'seconds' | 'percent' | 'days' | 'pages' | 'origins' | null) => (fault === null ? null : t(`website.wrong.${fault}`))
  const form = useForm<WebsiteValues>({
    initialValues: valuesOf(settings),
    validateInputOnBlur: true,
    validate: {
      seconds: (_, values) => say(faults.seconds(values)), scroll: (_, values) => say(faults.scroll(values)), share: (_, values) => say(faults.share(values)), againAfterDays: (_, values) => say(faults.againAfterDays(values)),
      pages: (_, values) => say(faults.pages(values)), origins: (_, values) => say(faults.origins(values)),
    },
  })
  const { values } = form
  const saving = useMutation({
    mutationFn: (given: WebsiteValues) => api(changeSurveyLink, { params: { id: link.id }, body: { settings: settingsOf(given) } }),
    onSuccess: (saved) => saved.settings && form.resetDirty(valuesOf(saved.settings)),
    onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([field, text]) => [field.replace('settings.', ''), text]))),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.surveyLinks.all }),
  })
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} onSubmit={form.onSubmit((given) => saving.mutate(given))}>
      <Radio.Group label={t('website.trigger')} {...form.getInputProps('trigger')}>
        <div className={classes.radios}>
          {triggers.map((each) => <Radio key={each} value={each} label={t(`website.trigger.${each}`)} description={t(`website.triggerText.${each}`)} />)}
        </div>
      </Radio.Group>
      {values.trigger === 'time' && <NumberInput className={shared.narrow} label={t('website.seconds')} min={0} max={3600} allowDecimal={false} allowNegative={false} suffix={` ${t('website.secondsShort')}`} {...form.getInputProps('seconds')} />}
      {values.trigger === 'scroll' && <NumberInput className={shared.narrow} label={t('website.scroll')} min={0} max={100} allowNegative={false} suffix=" %" {...form.getInputProps('scroll')} />}
      <div className={shared.pair}>
        <Textarea label={t('website.pages')} description={t('website.pagesHint')} placeholder={t('website.pagesAll')} rows={3} spellCheck={false} {...form.getInputProps('pages')} />
        <Textarea label={t('website.origins')} description={t('website.originsHint')} placeholder={t('website.originsAll')} rows={3} spellCheck={false} {...form.getInputProps('origins')} />
      </div>
      <div className={shared.pair}>
        <Select label={t('website.side')} allowDeselect={false} data={sides.map((side) => ({ value: side, label: t(`website.side.${side}`) }))} {...form.getInputProps('side')} />
        <NumberInput label={t('website.share')} min={0} max={100} decimalScale={1} allowNegative={false} suffix=" %" {...form.getInputProps('share')} />
      </div>
      <div className={classes.again}>
        <Switch label={t('website.again')} description={t('website.againHint')} {...form.getInputProps('again', { type: 'checkbox' })} />
        {values.again && <NumberInput className={shared.narrow} aria-label={t('website.againDays')} min={0} max={3650} allowDecimal={false} allowNegative={false} suffix={` ${t('days')}`} {...form.getInputProps('againAfterDays')} />}
      </div>
    </SaveForm>
  )
}
