// What is to be done about an answer that does not fit: for programs and whoever writes them, in English as the whole API.
import { hasOther, limits, otherKey, scaleOf, type AnswerProblem, type Question, type SurveyDefinition } from '@kontuar/survey'

/** Names in one sentence; a survey may have sixty of them. */
const mostNamed = 12

/** Without the question's name: "choose a whole number from 0 to 10". */
export function problemSentence({ questions }: Pick<SurveyDefinition, 'questions'>, { questionId, code }: AnswerProblem): string {
  if (code === 'not-an-object') return 'send the values as an object of question ids and answers'
  const question = questions.find((q) => q.id === questionId)
  if (question === undefined) return unknownSentence(questions, questionId)
  switch (code) {
    case 'required': return question.type === 'consent' ? 'this consent has to be given' : question.type === 'matrix' ? `answer each of its rows: ${namesOf(question.rows)}` : 'answer it too'
    case 'too-long': return question.type === 'text' ? `shorten the text to ${Math.min(question.maxLength ?? limits.text, limits.text)} characters` : `shorten the text under "${otherKey(question.id)}" to ${limits.otherText} characters`
    case 'not-storable': return 'leave out the characters that cannot be stored: NUL, or half of a pair such as a cut emoji'
    default: return fittingSentence(question)
  }
}

function fittingSentence(question: Question): string {
  const scale = scaleOf(question)
  if (scale !== null) return `choose a whole number from ${scale.min} to ${scale.max}`
  switch (question.type) {
    case 'single': return `choose one of ${optionsOf(question)}`
    case 'multiple': case 'reasons': return `send a list of any of ${optionsOf(question)}`
    case 'matrix': return `send an object in which each of the rows ${namesOf(question.rows)} has one of ${namesOf(question.options)}`
    case 'consent': return 'send true or false'
    case 'file': return 'leave it out: files are taken on the page of the survey alone'
    default: return 'send a text'
  }
}

function unknownSentence(questions: readonly Question[], id: string): string {
  const beside = questions.find((q) => otherKey(q.id) === id)
  if (beside !== undefined) return `leave it out: the question "${beside.id}" has no option "other"`
  return `the survey has no such question, its questions are ${namesOf(questions)}`
}

const optionsOf = (question: Question): string =>
  hasOther(question) ? `${namesOf([...(question.options ?? []), { id: 'other' }])}, with the text of "other" under "${otherKey(question.id)}"` : namesOf(question.options)

function namesOf(named: readonly { id: string }[] = []): string {
  const names = named.slice(0, mostNamed).map((n) => n.id).join(', ')
  return named.length > mostNamed ? `${names} and ${named.length - mostNamed} more` : names
}
