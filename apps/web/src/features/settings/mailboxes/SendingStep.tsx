import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { ConnectionFields } from './ConnectionFields.tsx'
import { TestResult, TryButton } from './TestResult.tsx'
import { smtpOf, useConnectionForm } from './use-connection-form.ts'
import { useMailbox, useSaveMailbox } from './use-mailbox.ts'
import shared from '../settings.module.css'

export function SendingStep() {
  const { t } = useTranslation('mailboxes')
  const { mailbox, fresh } = useMailbox()
  const [way, setWay] = useState(mailbox.smtp || fresh ? 'smtp' : 'none')
  const { form, test, hasPassword, choose } = useConnectionForm(mailbox, 'smtp')
  const save = useSaveMailbox('answers')
  const bySmtp = way === 'smtp'

  const submit = () => {
    if (!bySmtp) return save.mutate({ smtp: null })
    if (form.validate().hasErrors) return
    const values = form.getValues()
    save.mutate({ smtp: smtpOf(values), ...(values.password ? { smtpPassword: values.password } : {}) })
  }
  return (
    <SaveForm button={fresh ? t('saveNext') : t('save')} pending={save.isPending} saved={save.isSuccess} error={save.error} onSubmit={submit} beside={bySmtp && <TryButton form={form} test={test} />}>
      <Radio.Group label={t('sendWay')} value={way} onChange={setWay}>
        <div className={shared.checks}>
          <Radio value="smtp" label={t('sendWay.smtp')} description={t('sendWay.smtpHint')} />
          <Radio value="none" label={t('sendWay.none')} description={t('sendWay.noneHint')} />
        </div>
      </Radio.Group>
      {bySmtp && (
        <>
          <ConnectionFields kind="smtp" form={form} hasPassword={hasPassword} choose={choose} folders={[]} />
          <TestResult kind="smtp" test={test} />
        </>
      )}
    </SaveForm>
  )
}
