import { createTicket, type Mailbox } from '@kontuar/contracts'
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { randomId } from '../../../api/random-id.ts'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { useMailboxes } from '../people.ts'
import { isBlankHtml } from './draft-content.ts'
import { keepCopy, readCopy } from './drafts.ts'
import { Editor, type EditorHandle } from './Editor.tsx'
import { MailboxSelect } from './MailboxSelect.tsx'
import { RecipientFields } from './RecipientFields.tsx'
import type { Recipients } from './reply-recipients.ts'
import { actDone, keyForAct } from './sending.ts'
import { SignaturePreview } from './SignaturePreview.tsx'
import { UploadList } from './UploadList.tsx'
import { filesToSend, useUploads } from './use-uploads.ts'
import address from './address-field.module.css'
import composer from './composer.module.css'
import classes from './new-ticket.module.css'

/** There is no ticket yet to keep a draft at, so it is kept in this browser. */
interface Begun { subject: string; html: string; recipients: Recipients; mailboxId: string | null }
const copy = 'new'
const sends = (mailbox: Mailbox) => mailbox.active && mailbox.smtp !== null

export function NewTicketPage() {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const search = useSearch({ from: '/workspace/tickets' })
  const { staff } = useMe()
  const mailboxes = useMailboxes()
  const [begun] = useState(() => readCopy<Begun>(copy))
  const [recipients, setRecipients] = useState<Recipients>(begun?.recipients ?? { to: [], cc: [], bcc: [] })
  const [subject, setSubject] = useState(begun?.subject ?? '')
  const [chosenMailbox, setMailbox] = useState(begun?.mailboxId ?? null)
  const [missing, setMissing] = useState<'to' | 'subject' | 'text' | null>(null)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const editor = useRef<EditorHandle>(null)
  const uploads = useUploads((place, name) => editor.current?.picture(place, name))
  const sender = mailboxes.find(({ id }) => id === chosenMailbox) ?? mailboxes.find(sends) ?? mailboxes.find(({ active }) => active)

  useTitle(t('new.title'))

  const keep = () => {
    const html = editor.current?.html() ?? ''
    const nothing = isBlankHtml(html) && subject === '' && recipients.to.length === 0
    keepCopy(copy, nothing ? null : { subject, html, recipients, mailboxId: chosenMailbox })
  }
  useEffect(keep, [subject, recipients, chosenMailbox])
  const leave = () => void navigate({ to: '/tickets', search })

  const send = async () => {
    const html = editor.current?.html() ?? ''
    const lacks = recipients.to.length === 0 ? 'to' : subject.trim() === '' ? 'subject' : isBlankHtml(html) ? 'text' : null
    setMissing(lacks)
    setError(null)
    if (lacks !== null || sending || uploads.busy || !sender) return
    setSending(true)
    const body = { ...recipients, subject: subject.trim(), html, mailboxId: sender.id, attachmentIds: filesToSend(uploads.list, html).map(({ id }) => id), undoSeconds: 8 }
    try {
      const ticket = await api(createTicket, { body, idempotencyKey: keyForAct(JSON.stringify(body), randomId) })
      actDone()
      keepCopy(copy, null)
      showNotice({ message: t('new.done', { number: ticket.number }) })
      void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, search })
    } catch (failed) {
      setError(failed)
      setSending(false)
    }
  }
  return (
    <section
      className={classes.page}
      aria-label={t('new.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void send()
      }}
    >
      <header className={classes.head}>
        <h1 className={classes.title}>{t('new.title')}</h1>
        <ActionIcon aria-label={t('new.leave')} onClick={leave}>
          <IconX size={18} stroke={1.5} />
        </ActionIcon>
      </header>
      <div className={classes.sheet}>
        <MailboxSelect value={sender?.id ?? null} change={setMailbox} />
        <RecipientFields value={recipients} change={setRecipients} error={missing === 'to' ? t('composer.noRecipient') : undefined} autoFocus />
        <div className={address.row} data-error={missing === 'subject' || undefined}>
          <label className={address.label} htmlFor="new-subject">{t('entry.subject')}</label>
          <input id="new-subject" className={classes.subject} value={subject} maxLength={998} aria-invalid={missing === 'subject'} onChange={(event) => setSubject(event.currentTarget.value)} />
          {missing === 'subject' && <p className={address.error} role="alert">{t('new.noSubject')}</p>}
        </div>
        <Editor handle={editor} initial={begun?.html ?? ''} label={t('composer.answerLabel')} placeholder={t('new.placeholder')} changed={keep} files={uploads.add} />
        <SignaturePreview staff={staff.signatureHtml} mailbox={sender?.signatureHtml ?? ''} />
        <UploadList list={uploads.list} remove={uploads.remove} />
        {error !== null && <div className={composer.error}><Problem error={error} retry={() => void send()} /></div>}
        <div className={composer.foot}>
          {missing === 'text' && <span className={composer.fault} role="alert">{t('composer.empty')}</span>}
          {mailboxes.length > 0 && !sender && <span className={composer.fault} role="alert">{t('new.noMailbox')}</span>}
          <div className={composer.send}>
            <span className={composer.sendKeys}><KeyboardHint keys="mod+enter" /></span>
            <Button loading={sending} disabled={uploads.busy} onClick={() => void send()}>{t('send.answer')}</Button>
          </div>
        </div>
      </div>
    </section>
  )
}
