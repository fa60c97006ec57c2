// "Do not ask me again": opened by a link, done by a button, since whatever scans mail opens links.
import type { Language } from '@kontuar/survey'
import { html } from '../html.ts'
import type { Look } from '../look/look.ts'
import { wordsOf } from '../words/index.ts'
import { document, nameOf, type Page } from './document.ts'
import { renderPlain } from './notice-page.ts'

export interface OptOutPage { language: Language; look: Look; organization: string; action: string; state: 'asking' | 'done' | 'already' }

export function renderOptOut(page: OptOutPage): Page {
  const { optOut, imprint } = wordsOf(page.language)
  const name = nameOf(page)
  if (page.state !== 'asking') return renderPlain({ ...page, embedded: false }, optOut[page.state])
  return document({ language: page.language, look: page.look, organization: page.organization, state: 'asking', embedded: false, title: optOut.title, scripted: false, foot: html`<p>${imprint(name)}</p>` },
    html`<h1>${optOut.title}</h1><p class="lead">${optOut.text(name)}</p><form method="post" action="${page.action}"><div class="go"><button>${optOut.button}</button></div></form>`)
}
