import { otherKey, otherOption, scaleOf, textIn, type Question, type Value, type Values } from '@kontuar/survey'
import { Checkbox, Radio, TextInput, Textarea } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ScaleField } from './ScaleField.tsx'
import classes from '../at-ticket.module.css'

export interface QuestionProps {
  question: Question
  language: string
  fallback: string
  values: Values
  change: (values: Values) => void
  /** Puts the facts of the ticket into a text. */
  say: (text: string) => string
  /** Code of what is wrong with it. */
  problem?: string | undefined
}

/** One question to be read aloud, with what the customer may say to it. */
export function QuestionField(props: QuestionProps) {
  const { question, language, fallback, say, problem } = props
  const { t } = useTranslation('ask')
  const look = t as unknown as (key: string, options: object) => string
  const id = useId()
  const title = say(textIn(question.title, language, fallback))
  const help = say(textIn(question.help, language, fallback))
  return (
    <fieldset className={classes.question} aria-describedby={problem === undefined ? undefined : `${id}-problem`} data-wrong={problem !== undefined || undefined}>
      <legend lang={language}>{title}{question.required === true && <span aria-hidden> *</span>}</legend>
      {help !== '' && <p className={classes.soft} lang={language}>{help}</p>}
      <Answer {...props} title={title} />
      {problem !== undefined && <p id={`${id}-problem`} role="alert" className={classes.wrong}>{look(`problem.${problem}`, { defaultValue: t('problem.wrong-value') })}</p>}
    </fieldset>
  )
}

function Answer({ question, language, fallback, values, change, say, title }: QuestionProps & { title: string }) {
  const { t } = useTranslation('ask')
  const name = useId()
  const value = values[question.id]
  const set = (next: Value | undefined) => {
    const { [question.id]: _, ...rest } = values
    change(next === undefined ? rest : { ...rest, [question.id]: next })
  }
  const options = [...(question.options ?? []).map((option) => ({ id: option.id, label: say(textIn(option.label, language, fallback)) })), ...(question.other === true ? [{ id: otherOption, label: t('other') }] : [])]
  const other = otherKey(question.id)
  const saysOther = value === otherOption || (Array.isArray(value) && value.includes(otherOption))
  const otherField = saysOther && <TextInput size="sm" className={classes.other} aria-label={t('otherWhat')} placeholder={t('otherWhat')} maxLength={500} value={typeof values[other] === 'string' ? values[other] : ''} onChange={(event) => change({ ...values, [other]: event.currentTarget.value })} />
  if (scaleOf(question) !== null) return <ScaleField question={question} language={language} fallback={fallback} value={typeof value === 'number' ? value : null} change={set} />
  switch (question.type) {
    case 'single': return (
      <div className={classes.options} lang={language}>
        {options.map(({ id, label }) => <Radio key={id} name={name} value={id} label={label} checked={value === id} onChange={() => set(id)} />)}
        {otherField}
      </div>
    )
    case 'multiple': case 'reasons': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <div className={classes.options} lang={language}>
          {options.map(({ id, label }) => <Checkbox key={id} label={label} checked={chosen.includes(id)} onChange={(event) => { const next = event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id); set(next.length === 0 ? undefined : next) }} />)}
          {otherField}
        </div>
      )
    }
    case 'matrix': {
      const chosen = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {}
      return (
        <div className={classes.matrix} lang={language}>
          {(question.rows ?? []).map((row) => (
            <fieldset key={row.id} className={classes.matrixRow}>
              <legend>{say(textIn(row.label, language, fallback))}</legend>
              <div className={classes.inline}>{options.map(({ id, label }) => <Radio key={id} name={`${name}-${row.id}`} value={id} label={label} checked={chosen[row.id] === id} onChange={() => set({ ...chosen, [row.id]: id })} />)}</div>
            </fieldset>
          ))}
        </div>
      )
    }
    case 'consent': return <Checkbox label={title} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
    case 'text': return <Textarea size="sm" aria-label={title} autosize minRows={2} maxRows={8} maxLength={question.maxLength ?? 5000} value={typeof value === 'string' ? value : ''} onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)} />
    default: return null
  }
}
