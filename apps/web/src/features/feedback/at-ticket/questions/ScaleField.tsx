import { endWords, scaleOf, valueWords, type Question, type Value } from '@kontuar/survey'
import { useId, useRef } from 'react'
import { pointOf } from './point-of.ts'
import classes from '../at-ticket.module.css'

/** A scale as a row of numbers with its ends in words. Digits choose while it has the focus: the agent listens and types. */
export function ScaleField({ question, language, fallback, value, change }: { question: Question; language: string; fallback: string; value: number | null; change: (value: Value) => void }) {
  const name = useId()
  const typed = useRef<{ digit: number; at: number } | null>(null)
  const { min, max } = scaleOf(question)!
  const points = Array.from({ length: max - min + 1 }, (_, step) => min + step)
  const ends = endWords(question, language, fallback)
  const words = valueWords(question, language, fallback)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- digits are a second way beside the radios' own arrow keys
    <div
      className={classes.scale}
      onKeyDown={(event) => {
        if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        event.stopPropagation()
        const now = event.timeStamp
        const before = typed.current !== null && now - typed.current.at < 700 ? typed.current.digit : null
        const point = pointOf(Number(event.key), before, min, max)
        typed.current = { digit: Number(event.key), at: now }
        if (point === null) return
        change(point)
        event.currentTarget.querySelector<HTMLElement>(`input[value="${point}"]`)?.focus()
      }}
    >
      <div className={classes.points}>
        {points.map((point, index) => (
          <label key={point} className={classes.point} title={words?.[index]}>
            <input type="radio" name={name} value={point} checked={value === point} aria-label={words?.[index] === undefined ? String(point) : `${point}: ${words[index]}`} onChange={() => change(point)} />
            <span>{point}</span>
          </label>
        ))}
      </div>
      {ends !== null && <div className={classes.ends} lang={language}><span>{ends.low}</span><span>{ends.high}</span></div>}
    </div>
  )
}
