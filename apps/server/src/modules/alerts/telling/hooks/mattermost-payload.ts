// Mattermost, incoming webhooks with message attachments (docs.mattermost.com): a fallback in plain text for notifications, title, text and fields in Markdown.
import type { AlertMessage } from '../message/alert-message.ts'
import { subjectOf } from '../message/headline.ts'
import { tellingWords } from '../words/index.ts'
import { cut, mostInChat, partsOf } from './payload-parts.ts'

// What a customer wrote must not become a link, a picture or a mention of everybody in the channel. The joiner after @ is not seen.
const plain = (text: string) => text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, (sign) => `\\${sign}`).replaceAll('@', '@\u2060')
const quoted = (text: string) => plain(text).split(/\r?\n/).map((line) => `> ${line}`).join('\n')

export function mattermostPayload(message: AlertMessage): object {
  const words = tellingWords(message.language)
  const rest = message.alerts.length - mostInChat
  return {
    text: rest > 0 ? `[${plain(words.more(rest))}](${message.publicUrl}/alerts)` : '',
    attachments: message.alerts.slice(0, mostInChat).map((told) => {
      const parts = partsOf(told, message)
      return {
        fallback: cut(message.alerts.length === 1 ? subjectOf(message) : parts.title, 300), color: told.alert.urgent ? '#b3261e' : told.alert.noData ? '#857f74' : '#0b6e6e', title: cut(plain(parts.title), 300), title_link: parts.url,
        text: cut([parts.marks.length === 0 ? null : `**${plain(parts.marks.join(' · '))}**`, parts.quote === null ? null : `${plain(parts.quote.by)}\n${quoted(parts.quote.text)}`, parts.sentences === '' ? null : plain(parts.sentences), `[${words.open}](${parts.url})`].filter((part) => part !== null).join('\n\n'), 3500),
        fields: parts.facts.map((f) => ({ short: true, title: f.label, value: plain(f.value) })), footer: cut(parts.foot, 300),
      }
    }),
  }
}
