// Slack, incoming webhooks with Block Kit (docs.slack.dev): at most 50 blocks; a header of 150 characters, a section of 3,000, ten fields of 2,000, a button's label of 75.
// Of texts only & < > are escaped; everything else would be shown as written, so links and mentions cannot be made of a customer's words.
import type { AlertMessage } from '../message/alert-message.ts'
import { subjectOf } from '../message/headline.ts'
import { tellingWords } from '../words/index.ts'
import { cut, mostInChat, partsOf } from './payload-parts.ts'

const mostBlocks = 50
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const mrkdwn = (text: string, length = 3000) => ({ type: 'mrkdwn', text: cut(text, length) })
const quoted = (text: string) => escape(text).split(/\r?\n/).map((line) => `>${line}`).join('\n')

export function slackPayload(message: AlertMessage): object {
  const words = tellingWords(message.language)
  const each = message.alerts.slice(0, mostInChat).map((told) => {
    const parts = partsOf(told, message)
    return [
      { type: 'header', text: { type: 'plain_text', text: cut(parts.title, 150), emoji: false } },
      ...(parts.marks.length === 0 ? [] : [{ type: 'context', elements: [mrkdwn(`*${escape(parts.marks.join(' · '))}*`)] }]),
      ...(parts.quote === null ? [] : [{ type: 'section', text: mrkdwn(`${escape(parts.quote.by)}\n${quoted(parts.quote.text)}`) }]),
      ...(parts.sentences === '' ? [] : [{ type: 'section', text: mrkdwn(escape(parts.sentences)) }]),
      ...(parts.facts.length === 0 ? [] : [{ type: 'section', fields: parts.facts.slice(0, 10).map((f) => mrkdwn(`*${escape(f.label)}*\n${escape(f.value)}`, 2000)) }]),
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: cut(words.open.replaceAll('\u00a0', ' '), 75), emoji: false }, url: parts.url }] },
      { type: 'context', elements: [mrkdwn(escape(parts.foot))] },
    ]
  })
  const blocks: object[] = []
  let whole = 0
  // One place is kept for what is left out.
  for (const some of each) {
    if (blocks.length + some.length >= mostBlocks) break
    blocks.push(...some)
    whole++
  }
  const rest = message.alerts.length - whole
  // What a notification of a telephone shows, and clients that know no blocks.
  return { text: escape(cut(subjectOf(message), 300)), blocks: [...blocks, ...(rest > 0 ? [{ type: 'section', text: mrkdwn(`<${message.publicUrl}/alerts|${escape(words.more(rest))}>`) }] : [])], unfurl_links: false, unfurl_media: false }
}
