import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { readTime } from './local-time.ts'
import classes from './week.module.css'

interface Props { label: string; value: string; change: (time: string) => void; end?: boolean; wrong?: string | undefined }

/** A time of the day, written as one likes: "9", "930", "9:30". Read when the field is left. */
export function TimeField({ label, value, change, end = false, wrong }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const done = () => {
    if (typed !== null) change(readTime(typed, end) ?? typed)
    setTyped(null)
  }
  return (
    <TextInput
      className={classes.time}
      aria-label={label}
      inputMode="numeric"
      placeholder="00:00"
      maxLength={5}
      autoComplete="off"
      value={typed ?? value}
      error={typed === null && wrong !== undefined}
      title={wrong}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  )
}
