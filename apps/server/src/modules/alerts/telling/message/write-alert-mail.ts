/*
 * An alert as a mail that Outlook, Gmail and a telephone show well. Tables and attributes, since Outlook lays out by Word; every colour with
 * its ground beside it, so that clients which darken a mail by themselves keep the contrast; nothing to load. Pure.
 */
import { html, trusted, type Html } from '@kontuar/pages'
import { moment } from '../../life/words/index.ts'
import { tellingWords } from '../words/index.ts'
import { zoneName, type AlertMessage, type ToldAlert } from './alert-message.ts'
import { leadOf, subjectOf } from './headline.ts'
import { writeAlertText } from './write-alert-text.ts'

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif'
const dark = trusted(`@media(prefers-color-scheme:dark){.ground{background:#1b1a18!important}.paper{background:#242320!important;border-color:#3b3934!important}.ink,.ink a{color:#f0ede6!important}.soft,.soft a{color:#b9b3a7!important;border-color:#3b3934!important}.said{background:#2c2a26!important;border-color:#3f8f8f!important}.plain{background:#33312c!important;border-color:#918b7f!important}.plain a{color:#f0ede6!important}.harm{background:#4a1f1c!important;color:#ffb4ab!important}.still{background:#33312c!important;color:#e0dbd0!important}.line{border-color:#3b3934!important}}@media(max-width:480px){.stack{display:block!important;width:100%!important;padding:0 0 8px!important}.buttons,.stack table{width:100%!important}.edge{padding-left:16px!important;padding-right:16px!important}}`)
/** More is read in the workspace. Gmail cuts a mail at 102 KB, and these stay below 80. */
const mostAlerts = 15

export interface WrittenMail { subject: string; text: string; html: string }

export function writeAlertMail(message: AlertMessage, now: Date): WrittenMail {
  const subject = oneLine(subjectOf(message))
  return { subject, text: writeAlertText(message, now), html: mailHtml(message, subject, now).text }
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 180)

function mailHtml(message: AlertMessage, subject: string, now: Date): Html {
  const { language, alerts, organization, publicUrl, timeZone } = message
  const words = tellingWords(language)
  const lead = leadOf(message)
  const shown = alerts.slice(0, mostAlerts)
  const because = [...new Set(alerts.map((a) => words.why(a.because)))]
  const rules = [...new Set(alerts.map((a) => words.filters(a.alert.ruleName, a.filters)))]
  const acts = alerts.some((a) => a.links.acknowledge ?? a.links.task ?? a.links.callBack)
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${dark}</style></head><body class="ground" bgcolor="#fbfaf7" style="margin:0;padding:0;background:#fbfaf7;-webkit-text-size-adjust:100%"><div style="display:none;max-height:0;overflow:hidden">${shown[0]?.alert.words?.text.slice(0, 120) ?? shown[0]?.alert.sentences[0] ?? subject}</div><table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#fbfaf7" style="background:#fbfaf7"><tr><td align="center" style="padding:24px 8px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px">
<tr><td class="soft" align="left" style="${font};font-size:14px;line-height:20px;color:#5f5b53;padding:0 8px 12px"><strong>${organization}</strong></td></tr>
${lead !== null && html`<tr><td class="ink" align="left" style="${font};font-size:16px;line-height:24px;color:#1d1c1a;padding:0 8px 12px">${lead}</td></tr>`}
${shown.map((told) => html`<tr><td style="padding:0 0 12px">${card(told, message)}</td></tr>`)}
${alerts.length > shown.length && html`<tr><td class="ink" align="left" style="${font};font-size:15px;line-height:22px;color:#1d1c1a;padding:0 8px 12px"><a href="${publicUrl}/alerts" style="color:#0b6e6e">${words.more(alerts.length - shown.length)}</a></td></tr>`}
<tr><td class="soft" align="left" style="${font};font-size:13px;line-height:19px;color:#5f5b53;border-top:1px solid #d8d3c8;padding:12px 8px 0">${[...because, ...rules.slice(0, 5), words.zone(zoneName(timeZone, language, now)), ...(acts ? [words.linkDays] : [])].map((line) => html`<div style="padding:0 0 6px">${line}</div>`)}<a href="${publicUrl}/settings/notifications" style="color:#5f5b53">${words.settings}</a></td></tr>
</table></td></tr></table></body></html>`
}

function card({ alert, step, diary, links }: ToldAlert, { language, timeZone, publicUrl, alerts }: AlertMessage): Html {
  const words = tellingWords(language)
  const alone = alerts.length === 1
  const when = (at: string) => moment(new Date(at), language, timeZone)
  const row = (content: Html | string, style = '', kind = 'ink') => html`<tr><td class="${kind} edge" align="left" style="${font};font-size:15px;line-height:22px;color:#1d1c1a;padding:0 24px 12px;${style}">${content}</td></tr>`
  const heading = (text: string) => row(text, 'font-size:13px;line-height:18px;color:#5f5b53;font-weight:bold;padding-bottom:4px;', 'soft')
  const said = alert.words === null ? null : html`<tr><td class="edge" style="padding:0 24px 16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="said ink" align="left" bgcolor="#f1efe9" style="${font};font-size:16px;line-height:24px;color:#1d1c1a;background:#f1efe9;border-left:3px solid #0b6e6e;padding:12px 16px;overflow-wrap:anywhere;word-break:break-word"><div class="soft" style="font-size:13px;line-height:18px;color:#5f5b53;padding:0 0 4px">${words.said(alert.words.by === '' ? null : alert.words.by, when(alert.words.at))}</div>${lines(alone ? alert.words.text : cut(alert.words.text, 300))}</td></tr></table></td></tr>`
  const facts: [string, Html | string][] = [
    ...(alert.customer === null ? [] : [[words.facts.customer, html`<a href="${publicUrl}/customers/${alert.customer.id}" style="color:#0b6e6e">${alert.customer.name}</a>`] as [string, Html]]),
    ...(alert.ticket === null ? [] : [[words.facts.ticket, html`<a href="${publicUrl}/tickets/${alert.ticket.id}" style="color:#0b6e6e">#${alert.ticket.number} ${alert.ticket.subject}</a>`] as [string, Html]]),
    ...(alert.location === null ? [] : [[words.facts.location, alert.location.name] as [string, string]]), ...(alert.queue === null || !alone ? [] : [[words.facts.queue, alert.queue.name] as [string, string]]), ...(alert.staff === null || !alone ? [] : [[words.facts.staff, alert.staff.name] as [string, string]]),
  ]
  return html`<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="background:#ffffff;border:1px solid #e4e0d7;border-radius:8px"><tr><td style="padding:20px 0 8px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${(alert.urgent || alert.noData) && row(html`${alert.urgent && mark(words.urgent, 'harm', '#fbe4e1', '#8c1d18')}${alert.noData && mark(words.noData, 'still', '#ebe7de', '#3f3b36')}`, 'padding-bottom:8px;')}
${row(html`<a href="${publicUrl}/alerts/${alert.id}" style="color:#1d1c1a;text-decoration:none">${alert.title}</a>`, `font-size:${alone ? 21 : 17}px;line-height:${alone ? 28 : 24}px;font-weight:bold;overflow-wrap:anywhere;padding-bottom:${alone ? 12 : 8}px;`)}
${step > 0 && row(words.step(step), 'font-weight:bold;')}
${alert.state === 'acknowledged' && alert.acknowledgedAt !== null && row(words.taken(alert.acknowledgedByName ?? '', when(alert.acknowledgedAt)), 'color:#5f5b53;', 'soft')}${alert.state === 'resolved' && alert.resolvedAt !== null && row(words.resolved(alert.resolvedByName, when(alert.resolvedAt)), 'color:#5f5b53;', 'soft')}
${said}
${alert.sentences.length > 0 && html`${alone && heading(words.whyNow)}${row(html`${alert.sentences.map((sentence, i) => html`${i > 0 && ' '}${sentence}`)}`, alone ? '' : 'color:#5f5b53;font-size:14px;line-height:20px;', alone ? 'ink' : 'soft')}`}
${facts.length > 0 && html`<tr><td class="edge" style="padding:0 24px 16px"><table role="presentation" cellpadding="0" cellspacing="0" border="0">${facts.map(([label, value]) => html`<tr><td class="soft" align="left" valign="top" style="${font};font-size:14px;line-height:20px;color:#5f5b53;padding:2px 16px 2px 0;white-space:nowrap">${label}</td><td class="ink" align="left" valign="top" style="${font};font-size:14px;line-height:20px;color:#1d1c1a;padding:2px 0;overflow-wrap:anywhere;word-break:break-word">${value}</td></tr>`)}</table></td></tr>`}
${buttons(links, `${publicUrl}/alerts/${alert.id}`, language, alone)}
${diary.length > 0 && html`${heading(words.diary)}<tr><td class="edge" style="padding:0 24px 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${diary.map((entry) => html`<tr><td class="ink line" align="left" style="${font};font-size:14px;line-height:20px;color:#1d1c1a;border-top:1px solid #e4e0d7;padding:8px 0;overflow-wrap:anywhere;word-break:break-word"><span class="soft" style="color:#5f5b53">${when(entry.at)} · ${words.kinds[entry.kind] ?? entry.kind}${words.directions[entry.direction] !== undefined && `, ${words.directions[entry.direction]!}`}${entry.by !== '' && ` · ${entry.by}`}</span>${entry.excerpt !== '' && html`<br>${entry.excerpt}`}</td></tr>`)}</table></td></tr>`}
</table></td></tr></table>`
}

const mark = (word: string, kind: string, ground: string, ink: string) => html`<span class="${kind}" style="${font};display:inline-block;font-size:13px;line-height:18px;font-weight:bold;color:${ink};background:${ground};border-radius:4px;padding:2px 8px;margin:0 6px 0 0">${word}</span>`
const lines = (text: string) => text.split(/\r?\n/).map((line, i) => html`${i > 0 && html`<br>`}${line}`)
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length).trimEnd()}…`.toWellFormed() : text)

function buttons({ acknowledge, task, callBack }: ToldAlert['links'], open: string, language: AlertMessage['language'], alone: boolean): Html {
  const words = tellingWords(language)
  const all = [[acknowledge, words.acknowledge], [task, words.takeTask], [callBack, words.callBack], [open, words.open]].filter((b): b is [string, string] => b[0] !== null)
  if (!alone) return html`<tr><td class="ink edge" align="left" style="${font};font-size:14px;line-height:24px;color:#1d1c1a;padding:0 24px 12px">${all.map(([url, label], i) => html`${i > 0 && html` &nbsp;·&nbsp; `}<a href="${url}" style="color:#0b6e6e">${label}</a>`)}</td></tr>`
  return html`<tr><td class="edge" style="padding:4px 24px 16px"><table role="presentation" class="buttons" cellpadding="0" cellspacing="0" border="0"><tr>${all.map(([url, label], i) => {
    const [ground, ink, line] = i === 0 ? ['#0b6e6e', '#ffffff', '#0b6e6e'] : ['#ffffff', '#1d1c1a', '#857f74']
    return html`<td class="stack" style="padding:0 8px 8px 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="${i === 0 ? 'go' : 'plain'}" align="center" bgcolor="${ground}" style="background:${ground};border:1px solid ${line};border-radius:6px"><a href="${url}" style="${font};display:block;padding:10px 14px;font-size:14px;line-height:20px;font-weight:bold;color:${ink};text-decoration:none;white-space:nowrap">${label}</a></td></tr></table></td>`
  })}</tr></table></td></tr>`
}
