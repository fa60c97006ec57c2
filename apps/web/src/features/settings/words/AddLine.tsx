// One line to add by name. What was typed stays when it is refused; after a success the field is ready for the next.
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { refusalText } from './refusal.ts'
import classes from './words.module.css'

export function AddLine({ label, button, add, leave, autoFocus = false }: { label: string; button: string; add: (name: string) => Promise<unknown>; leave?: () => void; autoFocus?: boolean }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const adding = useMutation({
    mutationFn: add,
    onSuccess: () => {
      setName('')
      field.current?.focus()
    },
  })
  const wrong = adding.isError ? (refusalText(adding.error, t) ?? problemText(adding.error, everywhere)) : null
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (name.trim() !== '' && !adding.isPending) adding.mutate(name.trim())
      }}
    >
      <TextInput
        ref={field}
        className={classes.addField}
        aria-label={label}
        placeholder={label}
        maxLength={100}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        value={name}
        error={wrong}
        onChange={(event) => {
          setName(event.currentTarget.value)
          adding.reset()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !leave) return
          event.stopPropagation()
          leave()
        }}
      />
      <Button type="submit" variant="default" aria-disabled={adding.isPending || name.trim() === ''}>{button}</Button>
    </form>
  )
}
