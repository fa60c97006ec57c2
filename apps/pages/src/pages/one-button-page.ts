// One thing to do, and one button that does it: what a link in a mail opens. Whatever scans mail opens links too, so the page itself does nothing.
import type { Language } from '@kontuar/survey'
import { html } from '../html.ts'
import type { Look } from '../look/look.ts'
import { document, type Page } from './document.ts'

export interface OneButtonPage {
  language: Language
  look: Look
  organization: string
  title: string
  text: string
  /** Null: nothing is left to do. The value tells several buttons of one address apart. */
  button: { label: string; action: string; value: string } | null
  /** Where one can go from here: addresses of ours, or tel:. The first is the likely one, and looks it. */
  links?: readonly { label: string; href: string }[]
}

export function renderOneButton(page: OneButtonPage): Page {
  const { button, links = [] } = page
  return document({ language: page.language, look: page.look, organization: page.organization, state: button === null ? 'closed' : 'asking', embedded: false, title: page.title, scripted: false },
    html`<h1>${page.title}</h1><p class="lead">${page.text}</p>${button !== null && html`<form method="post" action="${button.action}"><div class="go"><button name="do" value="${button.value}">${button.label}</button></div></form>`}${links.length > 0 && html`<div class="go">${links.map(({ label, href }) => html`<a class="link" href="${href}">${label}</a>`)}</div>`}`)
}
