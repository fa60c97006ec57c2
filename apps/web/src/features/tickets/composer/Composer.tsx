import type { DraftBody, TicketDetail } from '@kontuar/contracts'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconLock, IconTrash } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { showNotice } from '../../../ui/undo.ts'
import type { ComposerHandle } from './composer-handle.ts'
import { DraftHint } from './DraftHint.tsx'
import { Editor } from './Editor.tsx'
import { MailboxSelect } from './MailboxSelect.tsx'
import { RecipientFields } from './RecipientFields.tsx'
import { SendButton } from './SendButton.tsx'
import { SignaturePreview } from './SignaturePreview.tsx'
import { UnfilledLine } from './UnfilledLine.tsx'
import { UploadList } from './UploadList.tsx'
import type { Closing } from '../ticket/use-closing.ts'
import { useComposer } from './use-composer.ts'
import { useSuggestions } from './use-suggestions.tsx'
import classes from './composer.module.css'

interface Given { ticket: TicketDetail; handle: RefObject<ComposerHandle | null>; takeWish: () => DraftBody['kind'] | null; setWriting: (writing: boolean) => void; closing: Closing }

export function Composer({ ticket, handle, takeWish, setWriting, closing }: Given) {
  const { t } = useTranslation('tickets')
  const composer = useComposer(ticket, handle, setWriting, closing)
  const [over, setOver] = useState(false)
  const { kind, open, uploads } = composer
  const note = kind === 'note'
  const suggestions = useSuggestions(ticket, composer.editor, note)
  const begin = useEffectEvent(() => {
    const wish = takeWish()
    if (wish !== null) composer.write(wish)
  })
  useEffect(() => begin(), [])
  const kinds = [
    { id: 'message', label: t('composer.answer'), icon: IconArrowBackUp, keys: 'r' },
    { id: 'note', label: t('composer.note'), icon: IconLock, keys: 'n' },
  ] as const

  if (!open) {
    return (
      <div className={classes.closed}>
        {composer.error !== null && <Problem error={composer.error} />}
        {kinds.map(({ id, label, icon: Icon, keys }) => (
          <button key={id} type="button" className={classes.begin} data-kind={id} onClick={() => composer.write(id)}>
            <Icon size={16} stroke={1.5} aria-hidden />
            <span>{label}</span>
            <KeyboardHint keys={keys} />
          </button>
        ))}
      </div>
    )
  }
  return (
    <section
      className={classes.composer}
      data-note={note || undefined}
      data-over={over || undefined}
      aria-label={note ? t('composer.note') : t('composer.answer')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          void composer.send()
        }
        const target = event.target as HTMLElement
        // The editor marks Esc as handled though it does nothing with it; an open list of choices does.
        if (event.key === 'Escape' && (target.isContentEditable || !event.defaultPrevented) && target.ariaExpanded !== 'true') {
          event.preventDefault()
          event.stopPropagation()
          composer.leave()
        }
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (event.defaultPrevented || event.dataTransfer.files.length === 0) return
        event.preventDefault()
        uploads.add(event.dataTransfer.files, false)
      }}
    >
      <div className={classes.kinds}>
        {kinds.map(({ id, label, icon: Icon }) => (
          <button key={id} type="button" className={classes.kind} aria-pressed={kind === id} onClick={() => composer.write(id)}>
            <Icon size={15} stroke={1.5} aria-hidden />
            {label}
          </button>
        ))}
        <DraftHint state={composer.draftState} />
        <Tooltip label={t('composer.discard')}>
          <ActionIcon size={28} aria-label={t('composer.discard')} onClick={() => showNotice({ message: t('composer.discarded'), undo: composer.discard() })}>
            <IconTrash size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.sheet}>
        {!note && (
          <>
            <MailboxSelect value={composer.mailboxId} change={composer.setMailboxId} />
            <RecipientFields value={composer.recipients} change={composer.setRecipients} error={composer.fault === 'noRecipient' ? t('composer.noRecipient') : undefined} />
          </>
        )}
        <Editor
          handle={composer.editor}
          initial={composer.initial}
          label={note ? t('composer.noteLabel') : t('composer.answerLabel')}
          placeholder={note ? t('composer.notePlaceholder') : t('composer.answerPlaceholder')}
          changed={composer.changed}
          files={uploads.add}
          note={note}
          asked={suggestions.asked}
          keyFirst={suggestions.key}
          openCanned={suggestions.openCanned}
        />
      </div>
      {suggestions.list}
      {!note && <SignaturePreview {...composer.signatures} />}
      <UploadList list={uploads.list} remove={uploads.remove} />
      {composer.error !== null && (
        <div className={classes.error}>
          <Problem error={composer.error} retry={() => void composer.send()} />
        </div>
      )}
      {composer.fault === 'unfilled' && <UnfilledLine names={composer.unfilled} sendAnyway={composer.sendAnyway} />}
      <div className={classes.foot}>
        {composer.fault !== null && composer.fault !== 'noRecipient' && composer.fault !== 'unfilled' && (
          <span className={classes.fault} role="alert">{t(`composer.${composer.fault}`)}</span>
        )}
        <SendButton note={note} ticket={ticket} sending={composer.sending} send={(status) => void composer.send(status)} />
      </div>
      {over && <div className={classes.drop} aria-hidden>{t('files.drop')}</div>}
    </section>
  )
}
