// The digest as a mail: text and HTML that a telephone shows well. Pure.
import type { Digest, DigestNotice } from './queries.ts'
import { localeOf, wordsIn, type Words } from '../words/index.ts'

/** More is read in the workspace. */
const mostTickets = 50
const subjectLength = 120

interface Part { heading: string; href: string | null; lines: string[] }

export function writeDigest(digest: Digest, publicUrl: string): { subject: string; text: string; html: string } {
  const words = wordsIn(digest.locale)
  const { parts, tickets } = group(digest.notices, words, publicUrl)
  const shown = parts.slice(0, mostTickets)
  const more = parts.length > shown.length ? words.digest.more(parts.length - shown.length) : null
  const intro = [words.digest.greeting(oneLine(digest.name)), words.digest.lead(digest.notices.length, tickets)]
  const settings = `${publicUrl}/settings/notifications`
  return {
    subject: words.digest.subject(digest.notices.length, oneLine(digest.organization)),
    text: [...intro, '', ...shown.flatMap((p) => [p.heading, ...p.lines.map((l) => `  ${l}`), ...(p.href === null ? [] : [`  ${p.href}`]), '']), ...(more === null ? [] : [more, '']), '--', words.digest.why(digest.time), `${words.digest.change}: ${settings}`, ''].join('\n'),
    html: page(localeOf(digest.locale), [
      ...intro.map((line) => `<p style="margin:0 0 8px">${escape(line)}</p>`),
      ...shown.map(section),
      ...(more === null ? [] : [`<p style="margin:16px 0">${link(publicUrl, more)}</p>`]),
      `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #ddd8ce;font-size:14px;color:#66615a">${escape(words.digest.why(digest.time))} ${link(settings, words.digest.change)}.</p>`,
    ].join('\n')),
  }
}

/** By ticket, in the order in which each first came; what belongs to none stands last. */
function group(notices: readonly DigestNotice[], words: Words, publicUrl: string): { parts: Part[]; tickets: number } {
  const byTicket = Map.groupBy(notices, (n) => (n.ticketNumber === null ? null : n.ticketId))
  const lines = (own: readonly DigestNotice[]) => [...Map.groupBy(own, (n) => capital(n.setting === null ? words.push[n.kind](null, n.count) : words.settings[n.setting]))].map(([line, same]) => (same.length > 1 ? `${line} (${same.length})` : line))
  const other = byTicket.get(null)
  byTicket.delete(null)
  const parts: Part[] = [...byTicket].map(([id, own]) => ({
    heading: `${words.ticket(own[0]!.ticketNumber!)} ${cut(oneLine(own[0]!.ticketSubject ?? ''))}`.trim(), href: `${publicUrl}/tickets/${id}`, lines: lines(own),
  }))
  return { parts: other === undefined ? parts : [...parts, { heading: words.digest.other, href: null, lines: lines(other) }], tickets: byTicket.size }
}

const section = ({ heading, href, lines }: Part) => `<div style="margin:16px 0"><div style="font-weight:600">${href === null ? escape(heading) : link(href, heading)}</div>
${lines.map((line) => `<div style="color:#3f3b36">${escape(line)}</div>`).join('\n')}</div>`

const page = (language: string, body: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head>
<body style="margin:0;padding:16px;background:#fbfaf7;color:#1f1d1a;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif"><div style="max-width:600px;margin:0 auto;overflow-wrap:anywhere">
${body}
</div></body></html>`

const link = (href: string, text: string) => `<a href="${escape(href)}" style="color:#0b6b63">${escape(text)}</a>`
const escape = (text: string) => text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!)
/** A subject brings line breaks, and marks that turn the direction of what follows. */
const oneLine = (text: string) => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').replace(/ {2,}/g, ' ').trim()
const cut = (text: string) => ([...text].length > subjectLength ? `${[...text].slice(0, subjectLength - 1).join('')}…` : text)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
