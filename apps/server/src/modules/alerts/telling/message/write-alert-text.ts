// An alert as plain text: the other half of a mail, and what reads well where nothing else is shown. Pure.
import { moment } from '../../life/words/index.ts'
import { tellingWords } from '../words/index.ts'
import { zoneName, type AlertMessage, type ToldAlert } from './alert-message.ts'
import { leadOf } from './headline.ts'

export function writeAlertText(message: AlertMessage, now: Date): string {
  const { alerts, language, publicUrl, timeZone, organization } = message
  const words = tellingWords(language)
  const lead = leadOf(message)
  const foot = [...new Set(alerts.map((a) => words.why(a.because))), ...[...new Set(alerts.map((a) => words.filters(a.alert.ruleName, a.filters)))].slice(0, 5), words.zone(zoneName(timeZone, language, now)), `${words.settings}: ${publicUrl}/settings/notifications`, organization]
  return [...(lead === null ? [] : [lead, '']), ...alerts.flatMap((told) => [...oneOf(told, message), '']), '-- ', ...foot, ''].join('\n')
}

function oneOf({ alert, step, diary, links }: ToldAlert, { language, timeZone, publicUrl }: AlertMessage): string[] {
  const words = tellingWords(language)
  const when = (at: string) => moment(new Date(at), language, timeZone)
  const fact = (label: string, value: string | null | undefined) => (value ? [`${label}: ${value}`] : [])
  return [
    [alert.urgent ? words.urgent : null, alert.noData ? words.noData : null, alert.title].filter(Boolean).join(' · '),
    ...(step > 0 ? [words.step(step)] : []),
    ...(alert.state === 'acknowledged' && alert.acknowledgedAt !== null ? [words.taken(alert.acknowledgedByName ?? '', when(alert.acknowledgedAt))] : []), ...(alert.state === 'resolved' && alert.resolvedAt !== null ? [words.resolved(alert.resolvedByName, when(alert.resolvedAt))] : []),
    ...(alert.words === null ? [] : ['', `${words.said(alert.words.by === '' ? null : alert.words.by, when(alert.words.at))}:`, ...alert.words.text.split(/\r?\n/).map((line) => `> ${line}`), '']),
    ...alert.sentences,
    ...fact(words.facts.customer, alert.customer?.name), ...fact(words.facts.ticket, alert.ticket && `#${alert.ticket.number} ${alert.ticket.subject}`), ...fact(words.facts.location, alert.location?.name), ...fact(words.facts.queue, alert.queue?.name), ...fact(words.facts.staff, alert.staff?.name),
    '',
    ...fact(words.acknowledge, links.acknowledge), ...fact(words.takeTask, links.task), ...fact(words.callBack, links.callBack), `${words.open}: ${publicUrl}/alerts/${alert.id}`,
    ...(diary.length === 0 ? [] : ['', `${words.diary}:`, ...diary.map((e) => `  ${when(e.at)} · ${words.kinds[e.kind] ?? e.kind}${e.by === '' ? '' : ` · ${e.by}`}${e.excerpt === '' ? '' : `: ${e.excerpt}`}`)]),
  ]
}
