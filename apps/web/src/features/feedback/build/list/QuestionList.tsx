import { IconFlag, IconForms } from '@tabler/icons-react'
import { textIn } from '@kontuar/survey'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Sortable } from '../../../../ui/sortable/Sortable.tsx'
import { useBuilder } from '../builder-context.ts'
import { moveQuestion } from '../draft/edit-definition.ts'
import { missingTexts } from '../draft/missing-texts.ts'
import { placeOf } from '../problems/problem-place.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { pageNumbers } from './page-numbers.ts'
import { FrameRow, QuestionRow } from './QuestionRow.tsx'
import classes from './list.module.css'

/** The survey in the order it is asked: its beginning, pages of questions, its end. */
export function QuestionList() {
  const { t } = useTranslation('surveys')
  const { definition, problems, language, change, readOnly, at, focusWish } = useBuilder()
  const { questions } = definition
  const pages = useMemo(() => pageNumbers(questions), [questions])
  const lacking = useMemo(() => missingTexts(definition, language), [definition, language])
  const wrong = new Set(problems.map((problem) => placeOf(problem, definition)))
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focusWish.take(at, 'row')) nav.current?.querySelector<HTMLElement>('a[aria-current]')?.focus()
  })
  const several = new Set(pages.values()).size > 1
  return (
    <nav ref={nav} className={classes.nav} aria-label={t('list.label')}>
      <FrameRow at="intro" icon={IconForms} wrong={wrong.has('intro')} lacking={lacking.has('intro')} />
      <Sortable
        items={questions}
        idOf={({ id }) => id}
        nameOf={({ title }) => textIn(title, language, definition.defaultLanguage) || t('list.untitled')}
        label={t('list.questions')}
        className={classes.list}
        disabled={readOnly}
        move={(from, to) => change((draft) => moveQuestion(draft, from, to))}
      >
        {(question, handle) => {
          const page = pages.get(question.id)!
          const first = questions.find(({ id }) => pages.get(id) === page)?.id === question.id
          return (
            <>
              {several && first && <p className={classes.page}>{t('list.page', { page })}</p>}
              <QuestionRow question={question} handle={handle} wrong={wrong.has(question.id)} lacking={lacking.has(question.id)} />
            </>
          )
        }}
      </Sortable>
      {!readOnly && <AddQuestion />}
      <FrameRow at="thanks" icon={IconFlag} wrong={wrong.has('thanks')} lacking={lacking.has('thanks')} />
    </nav>
  )
}
