/*
 * The invitation as a mail. Tables and attributes, since Outlook lays out by Word; every colour with its ground beside it, so
 * that clients which darken a mail by themselves keep the contrast; nothing to load but the logo. All points of the scale
 * look alike: a red 0 and a green 10 would answer for the reader.
 */
import type { Question } from '@kontuar/survey'
import { attribute, html, safeUrl, trusted, type Html } from '../html.ts'
import { grounds, paint } from '../look/colours.ts'
import { logoPath } from '../look/look.ts'
import { asking, plain, type Asking } from '../questions/asking.ts'
import { endsOf } from '../questions/ends.ts'
import { paragraphs } from '../pages/thanks-page.ts'
import { directionOf } from '../words/index.ts'
import { clickableQuestion } from './clicked.ts'
import type { InvitationMail } from './invitation.ts'
import { invitationText } from './invitation-text.ts'
import { pointsInMail, type Point } from './points-in-mail.ts'

export interface RenderedMail { subject: string; html: string; text: string }

/** Pure and quick: to write down a mail without its secret address, render it again with another one. */
export function renderInvitationMail(mail: InvitationMail): RenderedMail {
  const { definition, language, look } = mail
  const name = look.name || mail.organization
  const given = asking({ definition, language, facts: { 'organization.name': name, ...mail.facts } })
  const question = clickableQuestion(definition)
  const subject = oneLine(plain(given, definition.title) || plain(given, definition.questions[0]?.title) || given.words.asks(name))
  return { subject, html: invitationHtml(mail, given, question, name, subject).text, text: invitationText(mail, given, question, name) }
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim().slice(0, 200)

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
const dark = trusted(`@media(prefers-color-scheme:dark){.ground{background:#1b1a18!important}.ink,.ink a{color:#f0ede6!important}.soft,.soft a{color:#b9b3a7!important;border-color:#3b3934!important}.point{background:#33312c!important;border-color:#918b7f!important}.point a{color:#f0ede6!important}.logo{background:#fff!important;padding:6px!important}}`)

function invitationHtml(mail: InvitationMail, given: Asking, question: Question | null, name: string, subject: string): Html {
  const { words } = given
  const dir = directionOf(mail.language)
  const start = dir === 'rtl' ? 'right' : 'left'
  const first = mail.facts['customer.firstName']
  const row = (content: Html, style = '') => html`<tr><td class="ink" align="${start}" style="${font};font-size:16px;line-height:24px;color:#1d1c1a;padding:0 0 16px;${style}">${content}</td></tr>`
  const intro = paragraphs(plain(given, given.definition.intro)).map((each) => row(html`${each}`))
  const asked = question === null
    ? row(button(mail, words.mail.open))
    : html`${row(html`<strong>${plain(given, question.title)}</strong>`, 'font-size:18px;line-height:26px;')}<tr><td style="padding:0 0 8px">${pointsTable(given, question, mail.url)}</td></tr>${row(html`${words.mail.click}`, 'font-size:14px;line-height:20px;')}`
  return html`<!doctype html><html lang="${mail.language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${dark}</style></head><body class="ground" bgcolor="#fbfaf7" style="margin:0;padding:0;background:#fbfaf7"><div style="display:none;max-height:0;overflow:hidden">${question === null ? subject : words.mail.click}</div><table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#fbfaf7" style="background:#fbfaf7"><tr><td align="center" style="padding:24px 16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" dir="${dir}" style="max-width:560px">${row(header(mail, name), 'padding-bottom:24px;')}${row(html`${words.mail.greeting(first && !/[@\d]/.test(first) ? first : null)}`)}${intro}${asked}${mail.anonymous && row(html`${words.anonymous}`, 'font-size:14px;line-height:20px;')}${row(html`${words.mail.byHand}<br><a href="${mail.url}" style="color:#1d1c1a;word-break:break-all">${mail.url}</a>`, 'font-size:14px;line-height:20px;')}<tr><td class="soft" align="${start}" style="${font};font-size:13px;line-height:19px;color:#5f5b53;border-top:1px solid #d8d3c8;padding:16px 0 0">${words.mail.why(name)}${mail.unsubscribeUrl !== null && html`<br><a href="${mail.unsubscribeUrl}" style="color:#5f5b53">${words.doNotAsk}</a>`}</td></tr></table></td></tr></table></body></html>`
}

/** Numbers stand in one row, which fits 320 px; words each in a row of their own. */
function pointsTable(given: Asking, question: Question, url: string): Html {
  const points = pointsInMail(given, question, url)
  const worded = question.type === 'faces' || question.type === 'single'
  const cell = ({ label, url }: Point, width: Html | null) => html`<td class="point" align="center" bgcolor="#ffffff"${width} style="background:#ffffff;border:1px solid #857f74;border-radius:6px"><a href="${url}"${attribute('aria-label', worded ? null : given.words.mail.choose(label))} style="${font};display:block;padding:${worded ? '12px 16px' : '12px 0'};font-size:${points.length > 10 ? 14 : 16}px;line-height:22px;font-weight:bold;color:#1d1c1a;text-decoration:none">${label}${question.type === 'stars' && html` <span aria-hidden="true">★</span>`}</a></td>`
  if (worded) return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="4" border="0">${points.map((point) => html`<tr>${cell(point, null)}</tr>`)}</table>`
  const { low, high } = endsOf(given, question)
  const width = attribute('width', `${Math.floor(100 / points.length)}%`)
  const [start, end] = directionOf(given.language) === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const word = (text: string, align: string) => html`<td class="soft" width="50%" align="${align}" valign="top" style="${font};font-size:13px;line-height:18px;color:#5f5b53;padding:4px 2px 0">${text}</td>`
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="2" border="0" style="table-layout:fixed"><tr>${points.map((point) => cell(point, width))}</tr></table><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${word(low, start!)}${word(high, end!)}</tr></table>`
}

function button({ url, look }: InvitationMail, label: string): Html {
  const { fill, on, line } = paint(look.colour, grounds.light)
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${fill}" style="background:${fill};border:1px solid ${line};border-radius:6px"><a href="${url}" style="${font};display:inline-block;padding:13px 28px;font-size:16px;line-height:22px;font-weight:bold;color:${on};text-decoration:none">${label}</a></td></tr></table>`
}

/** The logo lies beside the survey: same server, same prefix. */
function header({ look, url }: InvitationMail, name: string): Html {
  const place = url.slice(0, Math.max(0, url.lastIndexOf('/s/')))
  const source = look.logo === null ? null : place === '' ? logoPath(look.logo) : safeUrl(`${place}${logoPath(look.logo)}`)
  return source === null ? html`<strong>${name}</strong>` : html`<img class="logo" src="${source}" alt="${name}" height="40" style="display:block;height:40px;max-width:220px;border:0;font-weight:bold">`
}
