// One page of a survey: who asks and why, the questions, one button. A plain form: what is pressed is posted, and the answer
// to that is the next page.
import { type AnswerProblemCode, type Language, type Question, type SurveyDefinition } from '@kontuar/survey'
import { attribute, html, type Html } from '../html.ts'
import type { Look } from '../look/look.ts'
import { asking, firstFieldOf, plain, say, type Asking, type Filled } from '../questions/asking.ts'
import { problemSentence, type FileProblemCode } from '../questions/problem-sentence.ts'
import { renderQuestion } from '../questions/question.ts'
import { nameOfLanguage } from '../words/index.ts'
import { document, nameOf, type Page } from './document.ts'

export interface QuestionProblem { questionId: string; code: AnswerProblemCode | FileProblemCode }

export interface SurveyPage {
  definition: SurveyDefinition
  language: Language
  look: Look
  /** What the organization is called in the workspace. */
  organization: string
  facts: Readonly<Record<string, string>>
  /** As `nextPage` has them: the questions, how many pages come before, how many may follow at most. */
  questions: readonly Question[]
  index: number
  remaining: number
  filled: Filled
  problems?: readonly QuestionProblem[]
  /** Posted too often: what was typed stands there still, and the page says how long to wait. */
  waitSeconds?: number
  /** Where the form goes. */
  action: string
  /** Sent along unseen: `version`, `key`, `shown`. */
  hidden: Readonly<Record<string, string>>
  /** Keeps mixed options in one order: the token or the page's key. */
  seed: string
  anonymous: boolean
  /** How long the whole survey takes; null: not said. */
  seconds: number | null
  /** Why this person is asked; null on open links, where whoever comes is asked. */
  because: 'interaction' | null
  /** Of an invitation: where one can say that one wants no more of them. */
  doNotAskUrl: string | null
  /** The same page in each of its languages; empty: no choice. */
  languageUrls: readonly { language: Language; url: string }[]
  embedded: boolean
}

export function renderSurveyPage(page: SurveyPage): Page {
  const { definition, language, facts } = page
  const problems = (page.problems ?? []).flatMap(({ questionId, code }) => {
    const question = page.questions.find((q) => q.id === questionId)
    return question ? [{ question, code }] : []
  })
  const given = asking({ definition, language, facts: { 'organization.name': nameOf(page), ...facts }, filled: page.filled, seed: page.seed, problems: new Map() })
  const sentences = new Map(problems.map(({ question, code }) => [question.id, problemSentence(given.words, question, code)]))
  const shown: Asking = { ...given, problems: sentences }
  const first = page.index === 0
  const title = say(shown, definition.title)
  const hasFile = page.questions.some((q) => q.type === 'file')

  const body = html`${first ? opening(page, shown, title) : progress(page, shown)}${alert(page, shown)}<form method="post" action="${page.action}" novalidate${attribute('enctype', hasFile && 'multipart/form-data')}>${Object.entries(page.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${page.questions.map((question) => renderQuestion(shown, question))}<div class="go"><button>${page.remaining > 0 ? shown.words.next : shown.words.send}</button>${!first && html`<button class="quiet" name="back" value="1">${shown.words.back}</button>`}</div></form>`
  const name = nameOf(page)
  return document({
    language, look: page.look, organization: page.organization, embedded: page.embedded, state: 'asking',
    title: `${sentences.size > 0 ? `${shown.words.errors.title(sentences.size)}: ` : ''}${plain(shown, definition.title) || plain(shown, page.questions[0]?.title) || shown.words.asks(name)}`,
    corner: first ? languages(page, shown) : null,
    foot: html`<p>${shown.words.imprint(name)}</p>${page.doNotAskUrl !== null && html`<p><a href="${page.doNotAskUrl}" rel="nofollow">${shown.words.doNotAsk}</a></p>`}`,
    scripted: page.questions.some((q) => q.type === 'text'),
  }, body)
}

function opening(page: SurveyPage, given: Asking, title: Html): Html {
  const intro = say(given, page.definition.intro)
  const meta = [page.seconds === null ? '' : given.words.takes(page.seconds), page.because === null ? '' : reasonOf(given)].filter((each) => each !== '')
  return html`${title.text === '' ? html`<h1 class="away">${given.words.asks(nameOf(page))}</h1>` : html`<h1>${title}</h1>`}${intro.text !== '' && html`<p class="lead">${intro}</p>`}${meta.length > 0 && html`<p class="meta">${meta.join(' ')}</p>`}${page.anonymous && html`<p class="note">${given.words.anonymous}</p>`}${page.remaining > 0 && progressBar(page, given)}`
}

function reasonOf({ facts, words: { because } }: Asking): string {
  if (facts['ticket.number']) return because.ticket(facts['ticket.number'], facts['ticket.subject'] ?? '')
  if (facts['order']) return because.order(facts['order'])
  if (facts['product']) return because.purchase(facts['product'])
  return because.recently
}

const progress = (page: SurveyPage, given: Asking): Html => html`${progressBar(page, given)}<h1 class="away">${say(given, page.definition.title)}</h1>`

/** Honest where later answers decide: then it is how many there are at most, and it never grows. */
function progressBar({ definition, index, remaining }: SurveyPage, { words }: Asking): Html {
  const [step, steps] = [index + 1, index + 1 + remaining]
  const open = remaining > 0 && definition.questions.some((q) => q.condition)
  return html`<p class="step">${open ? words.stepAtMost(step, steps) : words.step(step, steps)} <progress class="bar" value="${step}" max="${steps}" aria-hidden="true"></progress></p>`
}

function alert(page: SurveyPage, given: Asking): Html | null {
  if (page.waitSeconds !== undefined) return html`<div class="alert" role="alert"><h2>${given.words.errors.wait(page.waitSeconds)}</h2></div>`
  if (given.problems.size === 0) return null
  // The page as a whole is new, so it is announced by its title and stands first; links lead to the fields.
  const lines = page.questions.filter((q) => given.problems.has(q.id)).map((question) => html`<li><a href="#${firstFieldOf(given, question)}">${plain(given, question.title)}</a></li>`)
  return html`<div class="alert" role="alert" tabindex="-1" id="wrong"><h2>${given.words.errors.title(given.problems.size)}</h2><ul>${lines}</ul></div>`
}

function languages({ languageUrls, language }: SurveyPage, { words }: Asking): Html | null {
  if (languageUrls.length < 2) return null
  return html`<nav class="tongues" aria-label="${words.languages}">${languageUrls.map((each) => (each.language === language ? html`<span aria-current="true" lang="${each.language}">${nameOfLanguage(each.language)}</span>` : html`<a href="${each.url}" lang="${each.language}" hreflang="${each.language}" rel="nofollow">${nameOfLanguage(each.language)}</a>`))}</nav>`
}
