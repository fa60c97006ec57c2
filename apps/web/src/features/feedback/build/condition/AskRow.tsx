import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { otherOption, scaleOf, textIn, type Question } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { firstAsk, howsOf, withHow, type Ask, type How } from './asks.ts'
import { useAskWords } from './use-ask-words.ts'
import classes from './condition.module.css'

interface Props { ask: Ask; before: readonly Question[]; change: (ask: Ask) => void; wrong: boolean }

/** "Question 1 · a low score (0–6)", each part a field. */
export function AskRow({ ask, before, change, wrong }: Props) {
  const { t } = useTranslation('surveys')
  const { definition } = useBuilder()
  const { questions } = definition
  const question = questions.find(({ id }) => id === ask.questionId)
  const words = useAskWords()
  const titleOf = (of: Question) => `${questions.indexOf(of) + 1}. ${words.titleOf(of)}`
  const askable = before.some(({ id }) => id === ask.questionId)
  return (
    <div className={classes.ask}>
      <Select
        size="xs"
        aria-label={t('show.question')}
        error={wrong && !askable}
        data={[...before.map((each) => ({ value: each.id, label: titleOf(each) })), ...(askable ? [] : [{ value: ask.questionId, label: question ? titleOf(question) : t('show.gone') }])]}
        value={ask.questionId}
        onChange={(value) => {
          const chosen = before.find(({ id }) => id === value)
          if (chosen && chosen.id !== ask.questionId) change(firstAsk(chosen))
        }}
      />
      {question && <Select size="xs" aria-label={t('show.how')} data={howsOf(question).map((how) => ({ value: how, label: words.how(how, question) }))} value={ask.how} onChange={(value) => value && change(withHow(ask, value as How, question))} />}
      {question && <AskValue ask={ask} question={question} change={change} wrong={wrong} />}
    </div>
  )
}

function AskValue({ ask, question, change, wrong }: { ask: Ask; question: Question; change: (ask: Ask) => void; wrong: boolean }) {
  const { t } = useTranslation('surveys')
  const { definition, language } = useBuilder()
  const { how, value } = ask
  if (how === 'contains') return <TextInput size="xs" aria-label={t('show.words')} maxLength={200} value={String(value ?? '')} error={wrong} onChange={(event) => change({ ...ask, value: event.currentTarget.value })} />
  if (how === 'between') {
    const { min, max } = scaleOf(question) ?? { min: 0, max: 10 }
    const [from, to] = value as [number, number]
    const point = (label: string, shown: number, set: (next: number) => void) => <NumberInput size="xs" aria-label={label} className={classes.point} min={min} max={max} allowDecimal={false} clampBehavior="strict" value={shown} onChange={(next) => typeof next === 'number' && set(next)} />
    return <div className={classes.between}>{point(t('show.from'), from, (next) => change({ ...ask, value: [next, to] }))}<span aria-hidden>–</span>{point(t('show.to'), to, (next) => change({ ...ask, value: [from, next] }))}</div>
  }
  if (how !== 'oneOf' && how !== 'allOf' && how !== 'noneOf') return null
  const chosen = Array.isArray(value) ? value.map(String) : []
  const known = [...(question.options ?? []).map(({ id, label }) => ({ value: id, label: textIn(label, language, definition.defaultLanguage) || t('option.untitled') })), ...(question.other ? [{ value: otherOption, label: t('option.otherName') }] : [])]
  return <MultiSelect size="xs" className={classes.choices} aria-label={t('show.options')} placeholder={chosen.length === 0 ? t('show.choose') : undefined} error={wrong && chosen.length === 0} hidePickedOptions data={[...known, ...chosen.filter((id) => !known.some((each) => each.value === id)).map((id) => ({ value: id, label: t('show.gone') }))]} value={chosen} onChange={(next) => change({ ...ask, value: next })} />
}
