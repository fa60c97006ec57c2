/*
 * The page of a tablet on the counter: all its screens in all its languages in one document, so that it works without network. The
 * questions are those of the pages, drawn by the same functions; the script shows one at a time. No link leads anywhere: whoever
 * stands before it can answer and nothing else.
 */
import { asking, directionOf, html, logoPath, nameOfLanguage, paragraphs, parted, plain, problemSentence, renderQuestion, say, sheetOf, trusted, wordsOf, type Asking, type Html, type Look, type NoticeCode, type Page } from '@kontuar/pages'
import type { Language, Question, SurveyDefinition } from '@kontuar/survey'
import type { AskedQuestion, KioskPageSettings } from '../settings.ts'
import { kioskWordsOf } from '../words/index.ts'
import { kioskSheet } from './sheet.ts'

export interface KioskPage {
  kiosk: { id: string; idleSeconds: number; /** By language. */ attract: Readonly<Record<string, string>> }
  survey: string
  version: number
  definition: SurveyDefinition
  anonymous: boolean
  /** Shown first and after each answer. */
  language: Language
  look: Look
  organization: string
  facts: Readonly<Record<string, string>>
  /** Why nothing is asked now; null: it is. */
  closed: Exclude<NoticeCode, 'too-many'> | null
  /** Address of its script. */
  script: string
  /** Which page this is: `KioskPageSettings.page`. */
  tag: string
}

/** One touch answers them, and leads on. */
const touched: ReadonlySet<Question['type']> = new Set(['nps', 'csat', 'ces', 'stars', 'faces', 'single'])
/** A tablet on a counter gives no files away. */
export const askedOnKiosk = (definition: SurveyDefinition): Question[] => definition.questions.filter((q) => q.type !== 'file')

export function renderKiosk(page: KioskPage): Page {
  const { definition, look } = page
  const sheet = sheetOf(look.colour)
  const name = look.name || page.organization
  const settings: KioskPageSettings = {
    kiosk: page.kiosk.id, survey: page.survey, version: page.version, languages: definition.languages, language: page.language, idleSeconds: page.kiosk.idleSeconds, questions: askedOnKiosk(definition).map(bare), closed: page.closed !== null, page: page.tag,
    assets: [page.script, ...(look.logo === null ? [] : [logoPath(look.logo)])],
    words: Object.fromEntries(definition.languages.map((language) => {
      const { offline, held, forget, forgetSure } = kioskWordsOf(language)
      return [language, { offline, held, forget, forgetSure }]
    })),
  }
  const text = html`<!doctype html><html lang="${page.language}" dir="${directionOf(page.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="mobile-web-app-capable" content="yes"><title>${name}</title><link rel="icon" href="data:,"><style>${trusted(sheet.css)}</style><style>${trusted(kioskSheet.css)}</style></head><body><header>${whoAsks(look, name)}${tongues(page)}</header><main id="stage" tabindex="-1"></main><footer><p id="state" role="status"></p></footer><p id="still" role="status"></p><noscript><p class="lead">${kioskWordsOf(page.language).needsScript}</p></noscript>${definition.languages.map((language) => screens(page, language, name))}<script type="application/json" id="kiosk">${trusted(JSON.stringify(settings).replaceAll('<', '\\u003c'))}</script><script type="module" src="${page.script}"></script></body></html>`.text
  return { html: text, policy: `default-src 'none'; style-src ${sheet.source} ${kioskSheet.source}; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'` }
}

function whoAsks(look: Look, name: string): Html {
  if (look.logo !== null) return html`<div class="who"><img src="${logoPath(look.logo)}" alt="${name}"></div>`
  return html`<div class="who"><span class="mark"></span><span dir="auto">${name}</span></div>`
}

function tongues({ definition, language }: KioskPage): Html | null {
  if (definition.languages.length < 2) return null
  return html`<div class="tongues" role="group" aria-label="${wordsOf(language).languages}">${definition.languages.map((each) => html`<button type="button" lang="${each}" data-language="${each}" aria-pressed="${each === language ? 'true' : 'false'}">${nameOfLanguage(each)}</button>`)}</div>`
}

function screens(page: KioskPage, language: Language, name: string): Html {
  const { definition } = page
  const given = asking({ definition, language, facts: { 'organization.name': name, ...page.facts }, seed: page.kiosk.id })
  const words = kioskWordsOf(language)
  const first = askedOnKiosk(definition)[0]
  const title = plain(given, definition.title) || given.words.asks(name)
  const opening = page.closed === null ? attract(page, given, first) : notice(given.words.notice[page.closed])
  return html`<template data-for="${language}" data-dir="${directionOf(language)}"><section class="screen attract" data-screen="attract">${opening}</section>${askedOnKiosk(definition).map((question) => html`<section class="screen" data-screen="question" data-question="${question.id}"><h1 class="away">${title}</h1><form novalidate>${renderQuestion(given, question)}<p class="error" role="alert" data-error hidden>${problemSentence(given.words, question, 'required')}</p><p class="error" role="alert" data-wrong hidden>${problemSentence(given.words, question, question.type === 'text' ? 'too-long' : 'wrong-value')}</p><div class="go"><button data-next="${given.words.next}" data-skip="${words.skip}">${given.words.next}</button><button type="button" class="quiet" data-back>${given.words.back}</button></div></form></section>`)}<section class="screen" data-screen="thanks">${thanks(page, given)}</section><section class="screen" data-screen="retired">${notice(words.retired)}<p class="lead" data-held></p><button type="button" class="big quiet" data-forget hidden>${words.forget}</button></section><p data-still>${words.stillThere}</p></template>`
}

function attract(page: KioskPage, given: Asking, first: Question | undefined): Html {
  const calling = page.kiosk.attract[given.language] || plain(given, page.definition.title)
  const intro = plain(given, page.definition.intro)
  const anonymous = page.anonymous && html`<p class="note">${given.words.anonymous}</p>`
  if (first !== undefined && touched.has(first.type) && first.other !== true) return html`<h1 class="${calling === '' ? 'away' : 'lead'}">${calling || given.words.asks(given.facts['organization.name'] ?? '')}</h1><form novalidate data-question="${first.id}">${renderQuestion(given, first)}<div class="go mid" data-confirm hidden><button>${given.words.next}</button></div></form>${anonymous}`
  return html`<h1>${calling || given.words.asks(given.facts['organization.name'] ?? '')}</h1>${intro !== '' && html`<p class="lead">${intro}</p>`}<button type="button" class="big" data-begin>${kioskWordsOf(given.language).begin}</button>${anonymous}`
}

const tick = trusted('<svg class="done" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="M7.5 12.5l3 3 6-6.5"/></svg>')

/** Without the links to public reviews: they would lead away, and nobody signs in on the tablet of a shop. */
function thanks(page: KioskPage, given: Asking): Html {
  const { head, rest } = parted(plain(given, page.definition.thanks))
  const next = say(given, page.definition.whatNext)
  return html`${tick}<h1>${head || given.words.thanks}</h1>${paragraphs(rest).map((each) => html`<p class="lead">${each}</p>`)}${next.text !== '' && html`<p class="lead">${next}</p>`}`
}

const notice = ({ title, text }: { title: string; text: string }): Html => html`<h1>${title}</h1><p class="lead">${text}</p>`

/** The texts stand in the screens already. */
function bare(question: Question): AskedQuestion {
  const ids = (options: Question['options']) => options?.map(({ id }) => ({ id, label: {} }))
  const { id, type, required, condition, points, other, maxLength } = question
  const [options, rows] = [ids(question.options), ids(question.rows)]
  return {
    id, type, ...(required ? { required } : {}), ...(condition ? { condition } : {}), ...(points === undefined ? {} : { points }), ...(other ? { other } : {}), ...(maxLength === undefined ? {} : { maxLength }),
    ...(options ? { options } : {}), ...(rows ? { rows } : {}),
  }
}
