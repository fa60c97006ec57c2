import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './search-box.module.css'

/** One asks for tickets while the person still types, but not at every letter. */
const patience = 250

export function SearchBox({ value, search, leave, label }: { value: string; search: (words: string) => void; leave?: () => void; label: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const asked = useRef(value)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // The address changed under the field (another view, "back").
    if (value !== asked.current) setTyped(value)
    asked.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const ask = (words: string) => {
    clearTimeout(timer.current)
    asked.current = words.trim()
    search(words.trim())
  }
  const change = (words: string) => {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask(words), patience)
  }
  const clear = () => {
    setTyped('')
    ask('')
    field.current?.focus()
  }
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className={classes.search}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(typed)
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          leave?.()
        }
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (typed === '') leave?.()
        else clear()
      }}
      placeholder={label}
      aria-label={label}
      data-list-search
      autoComplete="off"
      leftSection={<IconSearch size={15} stroke={1.5} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="xs" aria-label={t('action.close')} onClick={clear} tabIndex={-1} />}
    />
  )
}
