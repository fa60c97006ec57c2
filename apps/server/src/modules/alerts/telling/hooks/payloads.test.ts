// Guards the shapes the places document, their limits, and that a customer's words become neither links nor mentions there.
import { describe, expect, test } from 'vitest'
import type { AlertMessage } from '../message/alert-message.ts'
import { messages, sentAt } from '../message/messages.fixture.ts'
import { makeHookRequest } from './make-request.ts'
import { readAnswer } from './read-answer.ts'

interface Block { type: string; text?: { type: string; text: string }; fields?: { text: string }[]; elements?: { type: string; text: { text: string } | string; url?: string }[] }
const sent = (kind: 'webhook' | 'slack' | 'teams' | 'mattermost', message: AlertMessage) => {
  const { body } = makeHookRequest(kind, message, 'delivery-1', null, sentAt)
  return { size: body.length, json: JSON.parse(body.toString()) }
}
const evil = '<!channel> <https://evil.example|click> @channel @here [click](https://evil.example) ![x](https://evil.example/x.png) **b** `c` <script>\n# head\n' + 'ж'.repeat(5000)
const hostile = (message: AlertMessage, n = 1): AlertMessage => ({ ...message, alerts: Array.from({ length: n }, () => ({ ...message.alerts[0]!, filters: evil, alert: { ...message.alerts[0]!.alert, title: evil, sentences: [evil], words: { text: evil, by: evil, at: sentAt.toISOString() }, customer: { id: 'c', name: evil }, ticket: { id: 't', number: 1, subject: evil }, ruleName: evil } })) })
const all = [...messages.map((m) => [m.name, m.message] as const), ['hostile', hostile(messages[0]!.message)] as const, ['many', hostile(messages[0]!.message, 60)] as const]

describe.each(all)('%s', (_, message) => {
  test('to Slack: text for notifications, at most 50 blocks, each within its limit', () => {
    const { json } = sent('slack', message) as { json: { text: string; blocks: Block[] } }
    expect(json.text.length).toBeGreaterThan(0)
    expect(json.blocks.length).toBeLessThanOrEqual(50)
    // Of an alert all or nothing: each header has its button.
    expect(json.blocks.filter((b) => b.type === 'actions')).toHaveLength(json.blocks.filter((b) => b.type === 'header').length)
    for (const block of json.blocks) {
      expect(['header', 'section', 'context', 'actions']).toContain(block.type)
      if (block.type === 'header') expect(block.text).toMatchObject({ type: 'plain_text' })
      expect(block.text?.text.length ?? 0).toBeLessThanOrEqual(block.type === 'header' ? 150 : 3000)
      for (const field of block.fields ?? []) expect(field.text.length).toBeLessThanOrEqual(2000)
      expect(block.fields?.length ?? 0).toBeLessThanOrEqual(10)
      if (block.type === 'actions') expect(block.elements![0]!).toMatchObject({ type: 'button', url: expect.stringMatching(/^https:\/\/kontuar\.salon-roza\.example\/alerts\//) })
    }
    // What Slack reads as a link or a mention begins with an unescaped <.
    const marked = json.blocks.flatMap((b) => [b.text?.type === 'mrkdwn' ? b.text.text : '', ...(b.fields ?? []).map((f) => f.text), ...(b.type === 'context' ? b.elements!.map((e) => String(e.text)) : [])]).join('\n')
    for (const [, address] of marked.matchAll(/<([^>]*)>/g)) expect(address).toMatch(/^https:\/\/kontuar\.salon-roza\.example\/alerts/)
  })

  test('to Teams: one Adaptive Card in a message of at most 28 KB, with a way to the alert', () => {
    const { json, size } = sent('teams', message)
    expect(size).toBeLessThanOrEqual(28 * 1024)
    expect(json).toMatchObject({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: { type: 'AdaptiveCard', version: '1.4' } }] })
    const { body, actions } = json.attachments[0].content
    for (const item of body) expect(['TextBlock', 'Container', 'FactSet', 'ActionSet']).toContain(item.type)
    expect(JSON.stringify([body, actions])).toContain('https://kontuar.salon-roza.example/alerts')
    const texts = JSON.stringify(body)
    expect(texts).not.toMatch(/[^\\]\]\(https:\/\/evil/)
  })

  test('to Mattermost: attachments with a fallback, and nobody mentioned', () => {
    const { json } = sent('mattermost', message)
    expect(json.attachments.length).toBeGreaterThan(0)
    for (const attachment of json.attachments) {
      expect(attachment).toMatchObject({ fallback: expect.stringMatching(/./), title: expect.any(String), title_link: expect.stringMatching(/^https:\/\/kontuar\.salon-roza\.example\/alerts\//), color: expect.stringMatching(/^#[0-9a-f]{6}$/) })
      expect(attachment.text.length).toBeLessThanOrEqual(4000)
      expect(attachment.text).not.toMatch(/@(channel|all|here)\b|[^\\]\]\(https:\/\/evil/)
    }
  })

  test('to a webhook: version, event, key and every alert with its address', () => {
    const { headers, body } = makeHookRequest('webhook', message, 'delivery-1', 'secret', sentAt)
    expect(headers).toMatchObject({ 'idempotency-key': 'delivery-1', 'kontuar-signature': expect.stringMatching(/^t=1772460420,v1=[0-9a-f]{64}$/) })
    const json = JSON.parse(body.toString())
    expect(json).toMatchObject({ version: 1, id: 'delivery-1', event: message.how === 'digest' ? 'alerts.digest' : 'alerts.opened' })
    expect(json.alerts).toHaveLength(message.alerts.length)
    expect(json.alerts[0].url).toMatch(/^https:\/\/kontuar\.salon-roza\.example\/alerts\//)
  })
})

const answered = (status: number, retryAfterSeconds: number | null = null) => ({ kind: 'answered' as const, status, retryAfterSeconds, body: 'secret of theirs' })
describe('what a place answers', () => {
  test.each([[200, 'sent'], [202, 'sent'], [204, 'sent'], [301, 'failed'], [307, 'failed'], [400, 'failed'], [401, 'failed'], [404, 'failed'], [410, 'failed'], [408, 'later'], [429, 'later'], [500, 'later'], [503, 'later']])('%i: %s', (status, kind) => {
    for (const repeatable of [true, false]) expect(readAnswer(answered(status), repeatable).kind).toBe(kind)
    expect(JSON.stringify(readAnswer(answered(status), false))).not.toContain('secret')
  })
  test('nothing after it was asked: again only where a repetition is told', () => {
    for (const posted of [{ kind: 'unanswered' as const, detail: 'reset' }, answered(504)]) expect([readAnswer(posted, true).kind, readAnswer(posted, false).kind]).toEqual(['later', 'failed'])
    expect(readAnswer({ kind: 'unreachable', detail: 'refused' }, false).kind).toBe('later')
  })
  test('a rest it asks for is kept', () => expect(readAnswer(answered(429, 120), false)).toMatchObject({ seconds: 120 }))
})
