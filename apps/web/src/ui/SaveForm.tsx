// A form as all forms here are: Enter or Ctrl/Cmd+Enter saves, what was typed stays, the error stands at the button.
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from './Problem.tsx'
import classes from './save-form.module.css'

interface Props {
  children: ReactNode
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  pending: boolean
  /** True after a success, until the next try. */
  saved?: boolean
  error?: unknown
  /** A sentence that knows more than the general one for this error. */
  errorText?: string | undefined
  button?: string
  wide?: boolean
  /** Beside the button: cancel, a second act. */
  beside?: ReactNode
}

/** Without this the field is left first, its error appears, the button moves, and the click falls beside it. */
const keepFocus = (event: { preventDefault(): void }) => event.preventDefault()

export function SaveForm({ children, onSubmit, pending, saved, error, errorText, button, wide, beside }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [submitted, setSubmitted] = useState(0)
  // After a refused try the focus goes to the first field that is wrong.
  useEffect(() => {
    if (submitted > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [submitted, error])

  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (pending) return
        onSubmit(event)
        setSubmitted((before) => before + 1)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.currentTarget.requestSubmit()
      }}
    >
      {children}
      {error !== undefined && error !== null && <Problem error={error} text={errorText} />}
      <div className={classes.foot} data-wide={wide}>
        <Button type="submit" fullWidth={wide ?? false} aria-disabled={pending} onPointerDown={keepFocus} data-pending={pending || undefined} className={classes.button}>
          {button ?? t('action.save')}
        </Button>
        {beside}
        <span role="status" className={classes.saved}>
          {saved && !pending && (
            <>
              <IconCheck size={16} stroke={1.75} aria-hidden /> {t('state.saved')}
            </>
          )}
        </span>
      </div>
    </form>
  )
}
