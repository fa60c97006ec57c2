// The steps of a task: ticked, written, taken out; Enter goes on to the next one.
import type { Task } from '@kontuar/contracts'
import { ActionIcon, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './checklist.module.css'

type Steps = Task['checklist']
const mostSteps = 50
/** Unique within its task; without crypto, which browsers keep from pages that came by plain http. */
const freshId = () => Math.random().toString(36).slice(2, 14)
/** With what is written and not yet added: nothing typed is lost when a form is saved. */
export const withDraft = (steps: Steps, draft: string): Steps => (draft.trim() === '' || steps.length >= mostSteps ? steps : [...steps, { id: freshId(), text: draft.trim(), done: false }])

interface Given { steps: Steps; change: (steps: Steps) => void; /** What is being written, where a form keeps it; else it is added when the field is left. */ draft?: { text: string; set: (text: string) => void }; locked?: boolean }

export function Checklist({ steps, change, draft, locked = false }: Given) {
  const { t } = useTranslation('tasks')
  const [own, setOwn] = useState('')
  const { text: fresh, set: setFresh } = draft ?? { text: own, set: setOwn }
  const add = () => {
    const next = withDraft(steps, fresh)
    if (next === steps) return
    change(next)
    setFresh('')
  }
  return (
    <div className={classes.checklist} role="group" aria-label={t('checklist')}>
      {steps.length > 0 && (
        <ul className={classes.steps}>
          {steps.map((step) => (
            <li key={step.id} className={classes.step}>
              <label className={classes.label} data-done={step.done || undefined}>
                <input type="checkbox" checked={step.done} disabled={locked} onChange={() => change(steps.map((each) => (each.id === step.id ? { ...each, done: !each.done } : each)))} />
                <span>{step.text}</span>
              </label>
              {!locked && <ActionIcon size={26} aria-label={t('checklist.drop', { text: step.text })} onClick={() => change(steps.filter(({ id }) => id !== step.id))}><IconX size={14} stroke={1.5} /></ActionIcon>}
            </li>
          ))}
        </ul>
      )}
      {!locked && steps.length < mostSteps && (
        <div className={classes.add}>
          <TextInput
            className={classes.field} size="xs" aria-label={t('checklist.add')} placeholder={t('checklist.add')} maxLength={300} value={fresh} onChange={(event) => setFresh(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
              event.preventDefault()
              add()
            }}
            onBlur={draft ? undefined : add}
          />
          <ActionIcon size={28} aria-label={t('checklist.add')} disabled={fresh.trim() === ''} onClick={add}><IconPlus size={15} stroke={1.75} /></ActionIcon>
        </div>
      )}
    </div>
  )
}
