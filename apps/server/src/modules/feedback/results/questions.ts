// The questions of a survey over all its versions: the newest first, then what earlier ones asked besides. Ids never change their meaning.
import type { QuestionResult } from '@kontuar/contracts'
import { wilson } from '@kontuar/statistics'
import { otherOption, primaryQuestion, scaleOf, textIn, type Option, type Question, type SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { figureOf, type Histogram } from './figure.ts'
import type { SurveyToRead } from './scope.ts'

export interface AskedQuestions { questions: Question[]; primary: Question | null; title(id: string): string; label(option: Option): string; text(question: Question): string }

/** Of a survey never published: the draft's. */
export async function readQuestions(tx: Tx, survey: Pick<SurveyToRead, 'id' | 'version' | 'draft' | 'language'>): Promise<AskedQuestions> {
  const rows = survey.version === 0 ? [] : await tx.query<{ definition: SurveyDefinition }>('select definition from survey_version where org_id = $1 and survey_id = $2 order by version desc', [tx.orgId, survey.id], 'versions-to-read')
  const definitions = rows.length === 0 ? [survey.draft as SurveyDefinition] : rows.map((r) => r.definition)
  const questions = new Map<string, Question>()
  const languageOf = new Map<string, string>()
  for (const definition of definitions) {
    for (const question of definition.questions ?? []) {
      const known = questions.get(question.id)
      // Options and rows of earlier versions go on being read.
      questions.set(question.id, known === undefined ? question : { ...known, ...withMore('options', known, question), ...withMore('rows', known, question), other: known.other === true || question.other === true })
      if (known === undefined) languageOf.set(question.id, definition.defaultLanguage)
    }
  }
  const fallback = definitions[0]!.defaultLanguage
  const text = (question: Question) => textIn(question.title, survey.language, languageOf.get(question.id) ?? fallback) || question.id
  return {
    questions: [...questions.values()], primary: primaryQuestion(definitions[0]!), text,
    title: (id) => { const q = questions.get(id); return q === undefined ? id : text(q) },
    label: (option) => textIn(option.label, survey.language, fallback) || option.id,
  }
}

function withMore(what: 'options' | 'rows', known: Question, earlier: Question): Partial<Question> {
  const all = [...(known[what] ?? []), ...(earlier[what] ?? []).filter((o) => !known[what]?.some((k) => k.id === o.id))]
  return all.length === 0 ? {} : { [what]: all }
}

const words: Record<string, Record<string, string>> = {
  other: { pl: 'Inne', en: 'Other', ru: 'Другое' }, '~text': { pl: 'Napisano', en: 'Written', ru: 'Написано' }, '~file': { pl: 'Załączono', en: 'Attached', ru: 'Приложено' },
  true: { pl: 'Zgoda', en: 'Agreed', ru: 'Согласие' }, false: { pl: 'Brak zgody', en: 'Not agreed', ru: 'Без согласия' },
}
export const wordOf = (value: string, language: string): string => words[value]?.[language] ?? words[value]?.['en'] ?? value

/** @param n who answered it; of several choices there are more than answers, and each share is of those who answered */
export function questionResult(asked: AskedQuestions, question: Question, histogram: Histogram, n: number, language: string, smallest: number): QuestionResult {
  const scale = scaleOf(question)
  const shares = (values: { value: string; label: string; n: number }[], of: number) => values.map((v) => {
    const share = wilson(Math.min(v.n, of), of)
    return { ...v, share: share?.share ?? null, interval: share === null ? null : { low: share.low, high: share.high } }
  })
  const options = optionsOf(asked, question, language)
  const given = (prefix: string) => {
    const found = new Map(options.map((o) => [o.value, { ...o, n: 0 }]))
    for (const [value, count] of histogram) {
      if (!value.startsWith(prefix)) continue
      const key = value.slice(prefix.length)
      found.set(key, { value: key, label: found.get(key)?.label ?? wordOf(key, language), n: count })
    }
    return [...found.values()]
  }
  const figure = figureOf(question, histogram)
  const rows = question.type !== 'matrix' ? null : (question.rows ?? []).map((row) => {
    const cells = given(`${row.id}:`)
    const of = cells.reduce((sum, c) => sum + c.n, 0)
    return { id: row.id, label: asked.label(row), n: of, distribution: of < smallest ? [] : shares(cells, of) }
  })
  return {
    id: question.id, type: question.type, title: asked.text(question), n, figure, mean: scale === null ? null : figure?.mean ?? null,
    distribution: question.type === 'matrix' ? [] : shares(given(''), n), rows, hidden: false,
  }
}

function optionsOf(asked: AskedQuestions, question: Question, language: string): { value: string; label: string }[] {
  const scale = scaleOf(question)
  if (scale !== null) return Array.from({ length: scale.max - scale.min + 1 }, (_, i) => ({ value: String(scale.min + i), label: String(scale.min + i) }))
  if (question.type === 'consent') return ['true', 'false'].map((value) => ({ value, label: wordOf(value, language) }))
  const options = (question.options ?? []).map((o) => ({ value: o.id, label: asked.label(o) }))
  return question.other === true && question.type !== 'matrix' ? [...options, { value: otherOption, label: wordOf(otherOption, language) }] : options
}

/** What an anonymous survey says of a question too few answered. */
export const hiddenQuestion = (asked: AskedQuestions, question: Question, n: number): QuestionResult =>
  ({ id: question.id, type: question.type, title: asked.text(question), n, figure: null, mean: null, distribution: [], rows: null, hidden: true })

