// The quoted original under an answer, in the customer's language, in the form mail programs fold away.
import type { MailAddress } from '@kontuar/contracts'
import { escapeHtml, htmlFromText } from './write-body.ts'

export interface Original { at: Date; from: MailAddress; text: string; html: string | null }
export interface Quote { text: string; html: string }
export type Language = 'pl' | 'ru' | 'en'

/** The original stays whole in the diary and with the customer; beyond this a quote helps nobody. */
const longestText = 50_000
const longestHtml = 200_000

/** @param timeZone IANA name, of the organization */
export function quoteOriginal(original: Original, language: Language, timeZone: string): Quote {
  const line = attribution(original, language, timeZone)
  const text = original.text.length > longestText ? `${original.text.slice(0, longestText).toWellFormed()}\n[…]` : original.text
  const html = original.html !== null && original.html.length <= longestHtml ? withoutEmbedded(original.html) : htmlFromText(text)
  return {
    text: `${line}\n${text.trim().split('\n').map((l) => (l.startsWith('>') ? `>${l}` : `> ${l}`.trimEnd())).join('\n')}`,
    html: `<div class="gmail_quote"><div class="gmail_attr">${escapeHtml(line)}</div><blockquote class="gmail_quote" type="cite" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${html}</blockquote></div>`,
  }
}

function attribution({ at, from }: Original, language: Language, timeZone: string): string {
  const who = `${from.name === '' ? '' : `${from.name.replace(/\s+/g, ' ')} `}<${from.address}>`
  const date = new Intl.DateTimeFormat({ pl: 'pl-PL', ru: 'ru-RU', en: 'en-GB' }[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)
  if (language === 'pl') return `Dnia ${date} o ${time} ${who} napisał(a):`
  if (language === 'ru') return `${date}, ${time} ${who} написал(а):`
  return `On ${date} at ${time}, ${who} wrote:`
}

/** Pictures embedded in the original do not travel again; their place keeps the description. */
const withoutEmbedded = (html: string): string =>
  html.replace(/<img\b[^>]*\bsrc\s*=\s*["']?cid:[^>]*>/gi, (img) => {
    const alt = /\balt\s*=\s*"([^"]*)"/i.exec(img)?.[1] ?? ''
    return alt === '' ? '' : `[${escapeHtml(alt.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))}]`
  })
