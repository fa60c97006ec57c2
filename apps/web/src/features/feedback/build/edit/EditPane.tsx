import { useEffect, useRef } from 'react'
import { useBuilder } from '../builder-context.ts'
import { IntroEditor } from './IntroEditor.tsx'
import { LanguageTabs } from './LanguageTabs.tsx'
import { QuestionEditor } from './QuestionEditor.tsx'
import { ThanksEditor } from './ThanksEditor.tsx'
import classes from './edit.module.css'

/** What is selected, in the language that is chosen above. */
export function EditPane() {
  const { definition, at, readOnly, focusWish } = useBuilder()
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!focusWish.take(at, 'field')) return
    const field = pane.current?.querySelector('textarea')
    field?.focus()
    // At its end, where one goes on writing.
    field?.setSelectionRange(field.value.length, field.value.length)
  })
  const question = definition.questions.find(({ id }) => id === at)
  return (
    <div ref={pane} className={classes.pane}>
      <LanguageTabs />
      <fieldset disabled={readOnly} className={classes.fields}>
        {question ? <QuestionEditor key={question.id} question={question} place={definition.questions.indexOf(question)} /> : at === 'thanks' ? <ThanksEditor /> : <IntroEditor />}
      </fieldset>
    </div>
  )
}
