import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { ConnectionFields } from './ConnectionFields.tsx'
import { ForwardNote } from './ForwardNote.tsx'
import { TestResult, TryButton } from './TestResult.tsx'
import { imapOf, useConnectionForm } from './use-connection-form.ts'
import { useMailbox, useSaveMailbox } from './use-mailbox.ts'
import shared from '../settings.module.css'

export function ReceivingStep() {
  const { t } = useTranslation('mailboxes')
  const { mailbox, fresh } = useMailbox()
  const [way, setWay] = useState(mailbox.imap ? 'imap' : 'forward')
  const { form, test, hasPassword, choose } = useConnectionForm(mailbox, 'imap')
  const save = useSaveMailbox('sending')
  const byImap = way === 'imap'

  const submit = () => {
    if (!byImap) return save.mutate({ imap: null })
    if (form.validate().hasErrors) return
    const values = form.getValues()
    const since = mailbox.imap?.importSince
    save.mutate({ imap: { ...imapOf(values), ...(since === undefined ? {} : { importSince: since }) }, ...(values.password ? { imapPassword: values.password } : {}) })
  }
  return (
    <SaveForm button={fresh ? t('saveNext') : t('save')} pending={save.isPending} saved={save.isSuccess} error={save.error} onSubmit={submit} beside={byImap && <TryButton form={form} test={test} />}>
      <Radio.Group label={t('way')} value={way} onChange={setWay}>
        <div className={shared.checks}>
          <Radio value="forward" label={t('way.forward')} description={t('way.forwardHint')} />
          <Radio value="imap" label={t('way.imap')} description={t('way.imapHint')} />
        </div>
      </Radio.Group>
      {byImap ? (
        <>
          <ConnectionFields kind="imap" form={form} hasPassword={hasPassword} choose={choose} folders={test.data?.imap?.folders ?? []} />
          <TestResult kind="imap" test={test} />
        </>
      ) : (
        <ForwardNote address={mailbox.address} />
      )}
    </SaveForm>
  )
}
