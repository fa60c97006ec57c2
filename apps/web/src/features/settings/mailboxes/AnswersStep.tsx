import type { Locale } from '@kontuar/contracts'
import { SegmentedControl, Switch, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { localeNames, locales } from '../../../i18n/i18n.ts'
import { RichTextField } from '../../../ui/RichTextField.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { fillConfirmation, unknownPlaceholders } from './confirmation-text.ts'
import { confirmationSample, confirmationTexts } from './confirmation-samples.ts'
import { useMailbox, useSaveMailbox } from './use-mailbox.ts'
import classes from './mailboxes.module.css'

/** The words name the placeholders themselves. */
const placeholders = { number: '{number}', subject: '{subject}', name: '{name}' }

export function AnswersStep() {
  const { t } = useTranslation('mailboxes')
  const { mailbox } = useMailbox()
  const save = useSaveMailbox('list')
  const [language, setLanguage] = useState<Locale>(useMe().organization.locale)
  const form = useForm({
    initialValues: { signatureHtml: mailbox.signatureHtml, enabled: mailbox.confirmation.enabled, texts: { ...confirmationTexts, ...mailbox.confirmation.texts }, replyTagging: mailbox.replyTagging },
  })
  const { enabled, texts } = form.values
  const unknown = unknownPlaceholders(texts[language])

  return (
    <SaveForm
      button={t('save')}
      pending={save.isPending}
      saved={save.isSuccess}
      error={save.error}
      onSubmit={form.onSubmit(({ signatureHtml, replyTagging, ...values }) => save.mutate({ signatureHtml, replyTagging, confirmation: { enabled: values.enabled, texts: values.texts } }))}
    >
      <RichTextField label={t('signature')} description={t('signatureHint')} value={mailbox.signatureHtml} onChange={(html) => form.setFieldValue('signatureHtml', html)} />
      <Switch label={t('confirmation')} description={t('confirmationHint')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
      {enabled && (
        <div className={classes.texts}>
          <SegmentedControl aria-label={t('confirmationLanguage')} data={locales.map((value) => ({ value, label: localeNames[value] }))} value={language} onChange={(value) => setLanguage(value as Locale)} />
          <Textarea
            label={t('confirmationText')}
            description={t('confirmationPlaceholders', placeholders)}
            lang={language}
            rows={6}
            error={unknown.length > 0 ? t('confirmationUnknown', { ...placeholders, what: unknown.join(', ') }) : null}
            value={texts[language]}
            onChange={(event) => form.setFieldValue(`texts.${language}`, event.currentTarget.value)}
          />
          <div>
            <p className={classes.previewTitle}>{t('confirmationPreview')}</p>
            <div className={classes.preview} lang={language}>{fillConfirmation(texts[language], confirmationSample[language])}</div>
          </div>
        </div>
      )}
      <Switch label={t('replyTagging')} description={t('replyTaggingHint', { address: mailbox.address.replace('@', '+t12.ab34@') })} {...form.getInputProps('replyTagging', { type: 'checkbox' })} />
    </SaveForm>
  )
}
