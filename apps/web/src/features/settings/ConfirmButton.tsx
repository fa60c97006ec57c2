import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

interface Props {
  label: string
  /** For screen readers: what exactly, with the name of the thing. */
  about: string
  /** The second, red button: says what will happen. */
  confirm: string
  onConfirm: () => void
}

/** For the few acts that cannot be undone: the button asks once more in its own place, and gives up when left. */
export function ConfirmButton({ label, about, confirm, onConfirm }: Props) {
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) button.current?.focus()
    asked.current = asking
  }, [asking])
  return asking ? (
    <Button
      ref={button}
      color="red"
      size="compact-sm"
      onClick={() => {
        setAsking(false)
        onConfirm()
      }}
      onBlur={() => {
        asked.current = false
        setAsking(false)
      }}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      {confirm}
    </Button>
  ) : (
    <Button
      ref={button}
      variant="default"
      size="compact-sm"
      aria-label={about}
      onClick={() => {
        asked.current = true
        setAsking(true)
      }}
    >
      {label}
    </Button>
  )
}
