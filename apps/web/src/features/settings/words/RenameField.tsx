// Renaming in place: Enter or leaving saves, Escape gives up, a refusal stands at the field.
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { refusalText } from './refusal.ts'
import classes from './words.module.css'

export function RenameField({ name, label, save, leave }: { name: string; label: string; save: (name: string) => Promise<unknown>; leave: () => void }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const [typed, setTyped] = useState(name)
  const gone = useRef(false)
  const saving = useMutation({ mutationFn: save, onSuccess: () => end() })
  const end = () => {
    if (gone.current) return
    gone.current = true
    leave()
  }
  const done = () => {
    if (saving.isPending || gone.current) return
    const next = typed.trim()
    if (next === '' || next === name) end()
    else saving.mutate(next)
  }
  return (
    <TextInput
      className={classes.rename}
      size="xs"
      aria-label={label}
      maxLength={100}
      autoComplete="off"
      autoFocus
      value={typed}
      error={saving.isError ? (refusalText(saving.error, t) ?? problemText(saving.error, everywhere)) : null}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        saving.reset()
      }}
      onBlur={() => {
        if (!saving.isError) done()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          done()
        }
        if (event.key === 'Escape') {
          event.stopPropagation()
          end()
        }
      }}
    />
  )
}
