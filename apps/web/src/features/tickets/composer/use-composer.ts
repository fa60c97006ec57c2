// What the composer knows and does; Composer.tsx shows it.
import type { AnswerBody, DraftBody, TicketDetail } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type RefObject } from 'react'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { useMailboxes, useStaff } from '../people.ts'
import type { TimelineData } from '../timeline/timeline-data.ts'
import type { Closing, Filled } from '../ticket/use-closing.ts'
import { useTimeline } from '../timeline/use-timeline.ts'
import type { ComposerHandle } from './composer-handle.ts'
import { holdKeys, releaseKeys } from './early-keys.ts'
import { contentOfEntry, draftOf, isBlankHtml, sameRecipients, type Content } from './draft-content.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { EditorHandle } from './Editor.tsx'
import { replyRecipients, type Recipients } from './reply-recipients.ts'
import { takeSent } from './sending.ts'
import { mentionedIn, unfilledIn } from './trigger.ts'
import { useDraft } from './use-draft.ts'
import { useSend } from './use-send.ts'
import { filesToSend, useUploads } from './use-uploads.ts'

type Fault = 'empty' | 'noRecipient' | 'unfilled' | 'uploading' | 'uploadFailed'

export function useComposer(ticket: TicketDetail, handle: RefObject<ComposerHandle | null>, setWriting: (writing: boolean) => void, closing: Closing) {
  const queries = useQueryClient()
  const me = useMe().staff
  const mailboxes = useMailboxes()
  const staff = useStaff()
  const { data: timeline } = useTimeline(ticket.id)
  const editor = useRef<EditorHandle>(null)
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<DraftBody['kind']>('message')
  const [chosen, setChosen] = useState<Recipients | null>(null)
  const [mailboxId, setMailboxId] = useState(ticket.mailboxId)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  /** The status wished for, while the person decides about variables left empty. */
  const [held, setHeld] = useState<string | undefined>(undefined)
  const initial = useRef('')
  const uploads = useUploads((address, name) => editor.current?.picture(address, name))

  const ours = mailboxes.flatMap(({ address, aliases }) => [address, ...aliases])
  const customer = ticket.customer.address === null ? null : { name: ticket.customer.name, address: ticket.customer.address }
  const suggested = replyRecipients(timeline?.entries ?? [], customer, ours)
  const recipients = chosen ?? suggested
  const sender = mailboxes.find(({ id }) => id === mailboxId) ?? mailboxes.find(({ active }) => active) ?? null

  const content = (): Content => {
    const html = editor.current?.html() ?? initial.current
    return { html, kind, recipients: chosen, files: filesToSend(uploads.list, html) }
  }
  const put = (given: Content) => {
    setKind(given.kind)
    setChosen(given.recipients)
    uploads.restore(given.files, given.html)
    initial.current = given.html
    editor.current?.set(given.html)
    setOpen(true)
  }
  const restore = (draft: Content, drafts: DraftKeeper) => {
    // Whoever was faster than the answer keeps what they wrote, below the draft.
    const begun = editor.current && !editor.current.isEmpty() ? editor.current.html() : ''
    put({ ...draft, html: draft.html + begun })
    if (begun !== '') drafts.change(draftOf({ ...draft, html: draft.html + begun }))
  }
  const { keeper, state: draftState } = useDraft(ticket.id, restore)
  const uploaded = uploads.list.map(({ key, done }) => `${key}${done?.id}`).join()
  const mounted = useRef(false)
  const keep = () => {
    if (open && !sending) keeper.change(draftOf(content()))
  }
  const noticeChange = useEffectEvent(() => {
    // Not for the first time and not for what was just restored: that is no change of the person's.
    if (mounted.current) keep()
    mounted.current = open
  })
  useEffect(() => noticeChange(), [kind, chosen, uploaded])

  const write = (as: DraftBody['kind']) => {
    setKind(as)
    setOpen(true)
    if (!open) holdKeys()
    requestAnimationFrame(() => {
      editor.current?.focus()
      const typed = releaseKeys()
      if (typed !== '') editor.current?.insert(typed)
    })
  }
  const clear = () => {
    editor.current?.set('')
    initial.current = ''
    uploads.clear()
    setWriting(false)
    setChosen(null)
    setOpen(false)
  }
  const takeBack = (interactionId: string) => {
    const entry = queries.getQueryData<TimelineData>(queryKeys.tickets.timeline(ticket.id))?.entries.find(({ id }) => id === interactionId)
    const back = takeSent(interactionId) ?? (entry && contentOfEntry(entry))
    if (!back) return
    // What was begun meanwhile is not thrown away for it.
    const begun = editor.current && !editor.current.isEmpty() ? editor.current.html() : ''
    put({ ...back, html: back.html + begun })
    keeper.change(draftOf({ ...back, html: back.html + begun }))
    requestAnimationFrame(() => editor.current?.focus())
  }
  useImperativeHandle(handle, () => ({ write, takeBack }))
  const post = useSend(ticket, (id) => handle.current?.takeBack(id))

  const findFault = (now: Content): Fault | null => {
    if (isBlankHtml(now.html)) return 'empty'
    if (kind === 'message' && recipients.to.length === 0) return 'noRecipient'
    if (uploads.busy) return 'uploading'
    return uploads.failed ? 'uploadFailed' : null
  }
  const send = async (status?: string, anyway = false) => {
    if (sending) return
    const found = findFault(content()) ?? (!anyway && unfilledIn(editor.current?.text() ?? '').length > 0 ? 'unfilled' : null)
    setFault(found)
    setError(null)
    setHeld(status)
    if (found !== null) return editor.current?.focus()
    if (status === undefined) return void (await sendNow(undefined, {}))
    const go = async (filled: Filled) => {
      const failed = await sendNow(status, filled)
      // Only what the status asks for is asked again; any other failure stands in the composer.
      if (failed instanceof ApiProblem && failed.code === 'cannot-do' && Object.keys(failed.fields).length > 0) throw failed
    }
    await closing.ask(status, go, true).catch(() => {})
  }
  /** Answers what went wrong, or null. */
  const sendNow = async (status: string | undefined, filled: Filled): Promise<unknown> => {
    const now = content()
    // Untouched suggestions are left to the server, which also knows the Reply-To of the last letter.
    const own = chosen !== null && !sameRecipients(chosen, suggested)
    const body: AnswerBody = {
      kind,
      html: now.html,
      attachmentIds: now.files.map(({ id }) => id),
      ...(kind === 'message' ? { ...(own ? { to: recipients.to } : {}), cc: recipients.cc, bcc: recipients.bcc, ...(mailboxId === null ? {} : { mailboxId }) } : {}),
      ...(kind === 'note' ? { mentions: mentionedIn(editor.current?.text() ?? '', staff) } : {}),
      ...(status ? { status } : {}),
      ...(Object.keys(filled).length > 0 ? { ticket: filled } : {}),
    }
    setSending(true)
    const text = editor.current?.text() ?? ''
    try {
      const done = post(body, now, text)
      clear()
      await done
      void keeper.discard()
      document.querySelector<HTMLElement>('[data-timeline]')?.focus({ preventScroll: true })
      return null
    } catch (failed) {
      put(now)
      setError(failed)
      requestAnimationFrame(() => editor.current?.focus())
      return failed
    } finally {
      setSending(false)
    }
  }
  return {
    editor, initial: initial.current, open, kind, setKind, write, send, sendAnyway: () => void send(held, true), unfilled: fault === 'unfilled' ? unfilledIn(editor.current?.text() ?? '') : [], sending, error, fault, uploads, draftState, recipients, setRecipients: setChosen, mailboxId: sender?.id ?? null, setMailboxId,
    signatures: { staff: me.signatureHtml, mailbox: sender?.signatureHtml ?? '' },
    changed: () => {
      setFault(null)
      keep()
      setWriting(!(editor.current?.isEmpty() ?? true))
    },
    /** Out of the field, back to the timeline; an empty composer folds away. */
    leave: () => {
      if (draftOf(content()) === null) setOpen(false)
      document.querySelector<HTMLElement>('[data-timeline]')?.focus({ preventScroll: true })
    },
    discard: () => {
      const before = content()
      clear()
      void keeper.discard()
      return () => {
        put(before)
        keeper.change(draftOf(before))
      }
    },
  }
}
