// Guards that whoever sends an answer that does not fit is told what would.
import { expect, test } from 'vitest'
import { checkValues, missingAnswers, type SurveyDefinition } from '@kontuar/survey'
import { problemSentence } from './problem-sentence.ts'

const title = { en: 'Question' }
const options = [{ id: 'wait', label: { en: 'Waiting' } }, { id: 'price', label: { en: 'Price' } }]
const definition: Pick<SurveyDefinition, 'questions'> = {
  questions: [
    { id: 'nps', type: 'nps', title, required: true }, { id: 'ces', type: 'ces', title, points: 5 }, { id: 'one', type: 'single', title, options }, { id: 'why', type: 'reasons', title, options, other: true },
    { id: 'parts', type: 'matrix', title, required: true, options, rows: [{ id: 'staff', label: { en: 'Staff' } }, { id: 'place', label: { en: 'Place' } }] }, { id: 'text', type: 'text', title, maxLength: 20 }, { id: 'call', type: 'consent', title, required: true }, { id: 'photo', type: 'file', title },
    { id: 'many', type: 'single', title, options: Array.from({ length: 30 }, (_, n) => ({ id: `o${n}`, label: { en: `Option ${n}` } })) },
  ],
}

test.each<[unknown, string]>([
  [{ nps: 11 }, 'choose a whole number from 0 to 10'], [{ nps: '9' }, 'choose a whole number from 0 to 10'], [{ ces: 0 }, 'choose a whole number from 1 to 5'], [{ one: 'Waiting' }, 'choose one of wait, price'],
  [{ why: 'wait' }, 'send a list of any of wait, price, other, with the text of "other" under "why.other"'], [{ why: ['other'], 'why.other': 'x'.repeat(501) }, 'shorten the text under "why.other" to 500 characters'], [{ 'one.other': 'x' }, 'leave it out: the question "one" has no option "other"'],
  [{ parts: 'wait' }, 'send an object in which each of the rows staff, place has one of wait, price'], [{ text: 5 }, 'send a text'], [{ text: 'x'.repeat(21) }, 'shorten the text to 20 characters'], [{ text: 'a\0b' }, 'leave out the characters that cannot be stored: NUL, or half of a pair such as a cut emoji'],
  [{ call: 'yes' }, 'send true or false'], [{ photo: 'a.png' }, 'leave it out: files are taken on the page of the survey alone'], [{ score: 9 }, 'the survey has no such question, its questions are nps, ces, one, why, parts, text, call, photo, many'],
  [{ many: 'x' }, `choose one of ${Array.from({ length: 12 }, (_, n) => `o${n}`).join(', ')} and 18 more`], [[], 'send the values as an object of question ids and answers'],
])('%j: %s', (values, sentence) => expect(checkValues(definition, values).problems.map((p) => problemSentence(definition, p))).toEqual([sentence]))

test('what is missing is named with what it needs', () => {
  expect(missingAnswers(definition.questions, {}).map((p) => problemSentence(definition, p))).toEqual(['answer it too', 'answer each of its rows: staff, place', 'this consent has to be given'])
})
