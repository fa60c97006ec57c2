import { ActionIcon, NumberInput, Switch } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { limits, pointsOf, type Question } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { showNotice } from '../../../../ui/undo.ts'
import { useBuilder } from '../builder-context.ts'
import { addQuestion, changeQuestion, copyOfQuestion, removeQuestion } from '../draft/edit-definition.ts'
import { kindIcons } from '../list/question-kinds.ts'
import { ShowWhen } from '../condition/ShowWhen.tsx'
import { OptionsField } from './OptionsField.tsx'
import { ScaleFields } from './ScaleFields.tsx'
import { WordsField } from './WordsField.tsx'
import classes from './edit.module.css'

const choosing: ReadonlySet<Question['type']> = new Set(['single', 'multiple', 'reasons'])

export function QuestionEditor({ question, place }: { question: Question; place: number }) {
  const { t } = useTranslation('surveys')
  const { definition, change, select, readOnly } = useBuilder()
  const { id, type } = question
  const put = (next: Partial<Question>, what?: string) => change((draft) => changeQuestion(draft, id, next), what && `${what} ${id}`)
  const path = ['questions', place]
  const Icon = kindIcons[type]

  const duplicate = () => {
    const copy = copyOfQuestion(question)
    change((draft) => addQuestion(draft, copy, id))
    select(copy.id, 'field')
  }
  const remove = () => {
    const before = definition.questions[place - 1]?.id ?? null
    change((draft) => removeQuestion(draft, id))
    select(definition.questions[place + 1]?.id ?? before ?? 'intro', 'row')
    showNotice({
      message: t('question.removed', { number: place + 1 }),
      undo: () => {
        change((draft) => (draft.questions.some((each) => each.id === id) ? draft : { ...draft, questions: draft.questions.toSpliced(place, 0, question) }))
        select(id, 'row')
      },
    })
  }
  return (
    <div className={classes.form}>
      <header className={classes.head}>
        <Icon size={18} stroke={1.5} aria-hidden />
        <h2>{t('question.heading', { number: place + 1, kind: t(`kind.${type}`) })}</h2>
        {!readOnly && (
          <>
            <ActionIcon size={30} aria-label={t('question.copy')} title={t('question.copy')} onClick={duplicate}><IconCopy size={16} stroke={1.5} aria-hidden /></ActionIcon>
            <ActionIcon size={30} data-remove aria-label={t('question.remove')} title={t('question.remove')} onClick={remove}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
          </>
        )}
      </header>
      <WordsField label={type === 'consent' ? t('question.consent') : t('question.title')} texts={question.title} change={(title) => put({ title }, 'title')} maxLength={type === 'consent' ? limits.consent : limits.title} path={[...path, 'title']} facts size="md" data="title" />
      <WordsField label={t('question.help')} description={t('question.helpHint')} texts={question.help} change={(help) => put(Object.keys(help).length === 0 ? { help: undefined } as never : { help }, 'help')} maxLength={limits.help} path={[...path, 'help']} facts />

      {(pointsOf[type] || type === 'nps') && <ScaleFields question={question} put={put} path={path} />}
      {type === 'matrix' && <OptionsField question={question} part="rows" path={path} put={put} />}
      {question.options && <OptionsField question={question} part="options" path={path} put={put} />}
      {choosing.has(type) && (
        <div className={classes.switches}>
          <Switch label={t('option.other')} description={t('option.otherHint')} checked={question.other ?? false} onChange={(event) => put({ other: event.currentTarget.checked })} />
          <Switch label={t('option.shuffled')} description={t('option.shuffledHint')} checked={question.shuffled ?? false} onChange={(event) => put({ shuffled: event.currentTarget.checked })} />
        </div>
      )}
      {type === 'text' && <NumberInput className={classes.small} label={t('question.maxLength')} description={t('question.maxLengthHint', { most: limits.text })} min={1} max={limits.text} allowDecimal={false} clampBehavior="blur" value={question.maxLength ?? ''} placeholder={String(limits.text)} onChange={(value) => put({ maxLength: value === '' ? undefined : Math.min(limits.text, Math.max(1, Number(value))) } as Partial<Question>, 'maxLength')} />}

      <section className={classes.section} aria-label={t('question.asked')}>
        <ShowWhen question={question} put={put} place={place} />
        <div className={classes.switches}>
          <Switch label={t('question.required')} description={t('question.requiredHint')} checked={question.required ?? false} onChange={(event) => put({ required: event.currentTarget.checked })} />
          {place > 0 && <Switch label={t('question.newPage')} description={t('question.newPageHint')} checked={question.newPage ?? false} onChange={(event) => put({ newPage: event.currentTarget.checked })} />}
        </div>
      </section>
    </div>
  )
}
