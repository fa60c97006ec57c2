/*
 * After the answer: thanks, what happens now, and where an opinion can be shared. It is not told what was answered, so it
 * cannot show the review links to the content alone: choosing whom to invite by their score misleads readers and is
 * forbidden (Directive 2005/29/EC, Annex I, 23c; 16 CFR 465.7).
 */
import type { Language, SurveyDefinition } from '@kontuar/survey'
import { html, safeUrl, type Html } from '../html.ts'
import type { Look } from '../look/look.ts'
import { plain, say } from '../questions/asking.ts'
import { wordsOf } from '../words/index.ts'
import { document, nameOf, type Page } from './document.ts'

export interface ThanksPage {
  definition: SurveyDefinition
  language: Language
  look: Look
  organization: string
  facts: Readonly<Record<string, string>>
  anonymous: boolean
  doNotAskUrl: string | null
  embedded: boolean
}

export function renderThanks(page: ThanksPage): Page {
  const { definition, language } = page
  const words = wordsOf(language)
  const name = nameOf(page)
  const given = { definition, language, facts: { 'organization.name': name, ...page.facts } }
  const { head, rest } = parted(plain(given, definition.thanks))
  const next = say(given, definition.whatNext)
  const body = html`<h1>${head || words.thanks}</h1>${paragraphs(rest).map((each) => html`<p>${each}</p>`)}${next.text !== '' && html`<h2>${words.whatNext}</h2><p>${next}</p>`}${page.anonymous && html`<p class="note">${words.anonymous}</p>`}${reviews(page, given)}`
  return document({
    language, look: page.look, organization: page.organization, state: 'thanks', embedded: page.embedded, title: words.thanks, scripted: false,
    foot: html`<p>${words.imprint(name)}</p>${page.doNotAskUrl !== null && html`<p><a href="${page.doNotAskUrl}" rel="nofollow">${words.doNotAsk}</a></p>`}`,
  }, body)
}

/** A short first sentence is the heading, so that nobody is thanked twice. */
export function parted(text: string): { head: string; rest: string } {
  const [, head = '', rest = ''] = /^([^\n]{1,60}?[.!?…])(?:\s+([\s\S]+))?$/u.exec(text.trim()) ?? (text.trim().length <= 60 ? [null, text.trim(), ''] : [])
  return head === '' ? { head: '', rest: text.trim() } : { head: head.replace(/\.$/, ''), rest }
}

export const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).map((each) => each.trim()).filter((each) => each !== '')

function reviews({ definition }: ThanksPage, given: Parameters<typeof plain>[0]): Html | null {
  const links = definition.reviewLinks.flatMap((link) => {
    const url = safeUrl(link.url)
    return url === null ? [] : [html`<li><a class="link" href="${url}" target="_blank" rel="noopener noreferrer">${plain(given, link.label) || new URL(url).hostname}</a></li>`]
  })
  return links.length === 0 ? null : html`<h2>${wordsOf(given.language).reviews}</h2><ul class="links">${links}</ul>`
}
