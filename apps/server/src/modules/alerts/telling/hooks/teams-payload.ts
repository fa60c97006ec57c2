// Microsoft Teams by the webhook of a workflow ("When a Teams webhook request is received"): one Adaptive Card in a message. The connectors
// of before (MessageCard) are retired. A message is taken up to 28 KB, so a card of many alerts is made shorter until it fits.
import type { AlertMessage } from '../message/alert-message.ts'
import { subjectOf } from '../message/headline.ts'
import { tellingWords } from '../words/index.ts'
import { cut, mostInChat, partsOf } from './payload-parts.ts'

const largest = 26_000
// TextBlock reads a part of Markdown: what a customer wrote must not become a link, a list or bold.
const plain = (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, (sign) => `\\${sign}`)
const text = (value: string, more: object = {}) => ({ type: 'TextBlock', text: plain(value), wrap: true, ...more })

export function teamsPayload(message: AlertMessage): object {
  // First fewer alerts, then of the last one less of each text: escaped, one letter may be five bytes long.
  for (const [most, room] of [...Array.from({ length: mostInChat }, (_, i) => [mostInChat - i, 700] as const), [1, 300], [1, 100]] as const) {
    const payload = cardOf(message, most, room)
    if (room === 100 || Buffer.byteLength(JSON.stringify(payload)) <= largest) return payload
  }
  throw new Error('not reached')
}

function cardOf(message: AlertMessage, most: number, room: number): object {
  const words = tellingWords(message.language)
  const shown = message.alerts.slice(0, most)
  const rest = message.alerts.length - shown.length
  const body = shown.flatMap((told, i) => {
    const parts = partsOf(told, message)
    return [
      text(cut(parts.title, 200), { size: 'Large', weight: 'Bolder', ...(i > 0 ? { separator: true, spacing: 'Large' } : {}) }),
      ...(parts.marks.length === 0 ? [] : [text(parts.marks.join(' · '), { weight: 'Bolder', color: told.alert.urgent ? 'Attention' : 'Default' })]),
      ...(parts.quote === null ? [] : [{ type: 'Container', style: 'emphasis', items: [text(cut(parts.quote.by, 120), { isSubtle: true, size: 'Small' }), text(cut(parts.quote.text, room))] }]),
      ...(parts.sentences === '' ? [] : [text(cut(parts.sentences, room))]),
      ...(parts.facts.length === 0 ? [] : [{ type: 'FactSet', facts: parts.facts.map((f) => ({ title: f.label, value: plain(cut(f.value, room)) })) }]),
      ...(shown.length === 1 ? [] : [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: words.open, url: parts.url }] }]),
      text(cut(parts.foot, room), { isSubtle: true, size: 'Small' }),
    ]
  })
  const [first] = shown
  const actions = rest > 0 ? [{ type: 'Action.OpenUrl', title: words.more(rest), url: `${message.publicUrl}/alerts` }] : shown.length === 1 ? [{ type: 'Action.OpenUrl', title: words.open, url: partsOf(first!, message).url }] : []
  return {
    type: 'message', summary: cut(subjectOf(message), 200),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4', msteams: { width: 'Full' }, lang: message.language, body, actions } }],
  }
}
