/*
 * The frame of every public page: one document, its style within, nothing else to fetch before it can be read but the
 * logo. What it may do is said by its policy, which names the style and the script by their digests.
 */
import { attribute, html, trusted, type Html } from '../html.ts'
import { sheetOf } from '../look/sheet.ts'
import { logoPath, type Look } from '../look/look.ts'
import { directionOf } from '../words/index.ts'
import { script, scriptSource } from './script.ts'

export interface Page {
  html: string
  /** Content-Security-Policy without who may frame it: `policyOf` adds that. */
  policy: string
}

/** What a page tells the site that embeds it: whether it still asks. */
export type PageState = 'asking' | 'thanks' | 'closed'

export interface Frame {
  language: string
  title: string
  look: Look
  /** What the organization is called where its look has no name. Null: nobody knows whose page it is. */
  organization: string | null
  state: PageState
  embedded: boolean
  /** Beside the name: the languages. */
  corner?: Html | null
  foot?: Html | null
  /** Only pages with something for it to do carry the script; they all work without. */
  scripted: boolean
}

export const nameOf = ({ look, organization }: Pick<Frame, 'look' | 'organization'>): string => look.name || organization || ''

export function document(frame: Frame, body: Html): Page {
  const sheet = sheetOf(frame.look.colour)
  const name = nameOf(frame)
  const scripted = frame.scripted || frame.embedded
  const page = html`<!doctype html><html lang="${frame.language}" dir="${directionOf(frame.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>${frame.title}${name !== '' && ` · ${name}`}</title><link rel="icon" href="data:,"><style>${trusted(sheet.css)}</style></head><body${attribute('class', frame.embedded && 'embed')} data-state="${frame.state}">${(name !== '' || frame.corner) && html`<header>${whoAsks(frame.look, name)}${frame.corner}</header>`}<main>${body}</main>${frame.foot && html`<footer>${frame.foot}</footer>`}${scripted && html`<script>${trusted(script)}</script>`}</body></html>`
  return {
    html: page.text,
    policy: `default-src 'none'; style-src ${sheet.source}; ${scripted ? `script-src ${scriptSource}; ` : ''}img-src 'self' data:; form-action 'self'; base-uri 'none'`,
  }
}

/** @param origins where the page may be framed; empty: anywhere; null: nowhere */
export function policyOf(page: Page, origins: readonly string[] | null): string {
  // Only what is an origin: a word of an administrator must not add a directive of its own.
  const allowed = origins?.filter((origin) => /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i.test(origin))
  return `${page.policy}; frame-ancestors ${origins === null ? "'none'" : origins.length === 0 ? '*' : allowed!.join(' ') || "'none'"}`
}

function whoAsks(look: Look, name: string): Html {
  if (look.logo !== null) return html`<div class="who"><img src="${logoPath(look.logo)}" alt="${name}"></div>`
  return html`<div class="who"><span class="mark"></span><span dir="auto">${name}</span></div>`
}
