import type { Ticket } from '@kontuar/contracts'
import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ticket-page.module.css'

/** The subject, changed where it stands: Enter saves, Esc leaves it as it was. */
export function SubjectLine({ ticket, editable, save }: { ticket: Ticket; editable: boolean; save: (subject: string) => Promise<boolean> }) {
  const { t } = useTranslation('tickets')
  const [typed, setTyped] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const shown = ticket.subject || t('noSubject')

  const leave = () => {
    setTyped(null)
    requestAnimationFrame(() => button.current?.focus())
  }
  const finish = (focusBack: boolean) => {
    const subject = typed?.trim() ?? ''
    if (typed === null) return
    if (focusBack) leave()
    else setTyped(null)
    if (subject === '' || subject === ticket.subject) return
    // What was typed is offered again when the server could not take it.
    void save(subject).then((ok) => ok || setTyped(subject))
  }
  if (typed !== null) {
    return (
      <TextInput
        className={classes.subjectField}
        size="xs"
        value={typed}
        autoFocus
        aria-label={t('ticket.subject')}
        maxLength={998}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => finish(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Enter') finish(true)
          else leave()
        }}
      />
    )
  }
  return (
    <h1 className={classes.subject}>
      {editable ? (
        <button ref={button} type="button" className={classes.subjectButton} title={t('ticket.editSubject')} onClick={() => setTyped(ticket.subject)}>
          {shown}
        </button>
      ) : (
        <span className={classes.subjectButton}>{shown}</span>
      )}
    </h1>
  )
}
