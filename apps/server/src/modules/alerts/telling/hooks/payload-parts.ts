// What all places are told of an alert, before each says it in its own shape. Pure.
import { moment } from '../../life/words/index.ts'
import type { AlertMessage, ToldAlert } from '../message/alert-message.ts'
import { tellingWords } from '../words/index.ts'

export const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, Math.max(0, length - 1)).trimEnd()}…`.toWellFormed() : text)
/** Beyond, a chat is no place to read. */
export const mostInChat = 10

export interface Parts { title: string; url: string; marks: string[]; sentences: string; quote: { by: string; text: string } | null; facts: { label: string; value: string }[]; foot: string }

export function partsOf({ alert, step, filters }: ToldAlert, { language, timeZone, publicUrl }: AlertMessage): Parts {
  const words = tellingWords(language)
  const fact = (label: string, value: string | null | undefined) => (value ? [{ label, value: cut(value, 200) }] : [])
  return {
    title: alert.title, url: `${publicUrl}/alerts/${alert.id}`, marks: [...(alert.urgent ? [words.urgent] : []), ...(alert.noData ? [words.noData] : []), ...(step > 0 ? [words.step(step)] : [])], sentences: alert.sentences.join(' '),
    quote: alert.words === null ? null : { by: words.said(alert.words.by === '' ? null : alert.words.by, moment(new Date(alert.words.at), language, timeZone)), text: cut(alert.words.text, 700) },
    facts: [...fact(words.facts.customer, alert.customer?.name), ...fact(words.facts.ticket, alert.ticket && `#${alert.ticket.number} ${alert.ticket.subject}`), ...fact(words.facts.location, alert.location?.name), ...fact(words.facts.queue, alert.queue?.name), ...fact(words.facts.staff, alert.staff?.name)],
    foot: cut(`${words.filters(alert.ruleName, filters)} ${words.zone(timeZone)}`, 500),
  }
}
