import { useBuilder } from '../builder-context.ts'
import { IntroEditor } from './IntroEditor.tsx'
import { LanguageTabs } from './LanguageTabs.tsx'
import { QuestionEditor } from './QuestionEditor.tsx'
import { ThanksEditor } from './ThanksEditor.tsx'
import classes from './edit.module.css'

/** What is selected, in the language that is chosen above. */
export function EditPane() {
  const { definition, at, readOnly } = useBuilder()
  const question = definition.questions.find(({ id }) => id === at)
  return (
    <div className={classes.pane}>
      <LanguageTabs />
      <fieldset disabled={readOnly} className={classes.fields}>
        {question ? <QuestionEditor key={question.id} question={question} place={definition.questions.indexOf(question)} /> : at === 'thanks' ? <ThanksEditor /> : <IntroEditor />}
      </fieldset>
    </div>
  )
}
