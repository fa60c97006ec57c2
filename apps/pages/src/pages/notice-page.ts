// A page with nothing to answer: why not, and what one can do instead.
import type { Language } from '@kontuar/survey'
import { html } from '../html.ts'
import { ownColour } from '../look/colours.ts'
import type { Look } from '../look/look.ts'
import { wordsOf, type Notice, type NoticeCode } from '../words/index.ts'
import { document, nameOf, type Page } from './document.ts'

/** Of a page of which nobody knows whose it is. */
export const plainLook: Look = { colour: ownColour, logo: null, name: null }

export interface NoticePage {
  code: NoticeCode
  language: Language
  look: Look
  /** Null: the address belongs to nobody. */
  organization: string | null
  /** Of `too-many`. */
  waitSeconds?: number
  embedded: boolean
}

export function renderNotice(page: NoticePage): Page {
  const words = wordsOf(page.language)
  const { code } = page
  const notice: Notice = code === 'too-many' ? { title: words.notice[code].title, text: words.notice[code].text(page.waitSeconds ?? 60) } : words.notice[code]
  return renderPlain(page, notice)
}

export function renderPlain(page: Pick<NoticePage, 'language' | 'look' | 'organization' | 'embedded'>, notice: Notice): Page {
  const name = nameOf(page)
  return document({ ...page, state: 'closed', title: notice.title, scripted: false, foot: name === '' ? null : html`<p>${wordsOf(page.language).imprint(name)}</p>` }, html`<h1>${notice.title}</h1><p class="lead">${notice.text}</p>`)
}
