import type { FeedbackSettings } from '@kontuar/contracts'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { useMe } from '../../../api/me.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { LookSample } from './LookSample.tsx'
import { useSaveSettings } from './feedback-settings.ts'
import shared from '../settings.module.css'
import classes from './feedback.module.css'

const isColour = (text: string) => /^#[0-9a-fA-F]{6}$/.test(text)

/** Name, colour and logo on everything customers see of surveys: pages, mails, posters, kiosks. */
export function LookForm({ settings: { look } }: { settings: FeedbackSettings }) {
  const { t } = useTranslation('inviting')
  const { organization } = useMe()
  const { save, upload } = useSaveSettings()
  const picture = useRef<HTMLInputElement>(null)
  const form = useForm({ initialValues: { colour: look.colour, name: look.name ?? '' }, validateInputOnBlur: true, validate: { colour: (colour) => (isColour(colour.trim()) ? null : t('wrong.colour')) } })
  const colour = isColour(form.values.colour.trim()) ? form.values.colour.trim() : look.colour
  const submit = form.onSubmit((values) => save.mutate({ look: { ...look, colour: values.colour.trim().toLowerCase(), name: values.name.trim() || null } }, { onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([field, text]) => [field.replace('look.', ''), text]))) }))
  const refusal = upload.error instanceof ApiProblem && upload.error.code === 'too-large' ? t('wrong.logoLarge') : upload.error instanceof ApiProblem && upload.error.code === 'unsupported-type' ? t('wrong.logoType') : undefined
  return (
    <div className={classes.look}>
      <div className={classes.fields}>
        <div>
          <p className={classes.label} id="logo">{t('logo')}</p>
          <p className={classes.hint}>{t('logoHint')}</p>
          <div className={classes.logo} role="group" aria-labelledby="logo">
            {look.logo !== null && <img src={`/p/logo/${look.logo}`} alt={t('logoNow')} height={44} />}
            <input ref={picture} type="file" accept="image/png,image/jpeg,image/webp" hidden onChange={(event) => { const [file] = event.currentTarget.files ?? []; event.currentTarget.value = ''; if (file) upload.mutate(file) }} />
            <Button variant="default" size="sm" loading={upload.isPending} leftSection={<IconPhoto size={16} stroke={1.5} aria-hidden />} onClick={() => picture.current?.click()}>{look.logo === null ? t('logoChoose') : t('logoOther')}</Button>
            {look.logo !== null && <Button variant="subtle" color="gray" size="sm" leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />} onClick={() => save.mutate({ look: { ...look, logo: null } })}>{t('logoRemove')}</Button>}
          </div>
          {upload.isError && <Problem error={upload.error} text={refusal} />}
        </div>
        <SaveForm pending={save.isPending} saved={save.isSuccess && !form.isDirty()} error={save.error} onSubmit={submit}>
          <TextInput className={shared.narrow} label={t('shownName')} description={t('shownNameHint')} placeholder={organization.name} maxLength={100} {...form.getInputProps('name')} />
          <TextInput
            className={shared.narrow}
            label={t('colour')}
            description={t('colourHint')}
            maxLength={7}
            spellCheck={false}
            leftSection={<input type="color" className={classes.swatch} aria-label={t('colourPick')} value={colour.toLowerCase()} onChange={(event) => form.setFieldValue('colour', event.currentTarget.value)} />}
            leftSectionPointerEvents="all"
            {...form.getInputProps('colour')}
          />
        </SaveForm>
      </div>
      <LookSample colour={colour} name={form.values.name.trim() || organization.name} logo={look.logo} />
    </div>
  )
}
