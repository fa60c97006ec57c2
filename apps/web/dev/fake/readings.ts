// What was read of the invented messages: a few words decide, which is enough to look at it.
import * as routes from '@kontuar/contracts'
import type { Reading, ReadingSettings, Sentiment, SurveyAnswer } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { ago } from './people.ts'
import type { World } from './tickets.ts'

const bad = /nie (odbiera|przyszło|przyniósł)|trzy razy|brakuje|refused|не пришло|покраснени|źle|skandal|czekałam|długo|waited|drogo|zimno/i
const good = /dzięk|świetn|poproszę|спасибо|thank|great|miło|polecam/i
const feels = (text: string): Sentiment => (bad.test(text) ? 'negative' : good.test(text) ? 'positive' : 'neutral')

function sentencesOf(text: string): Reading['sentences'] {
  return [...text.matchAll(/[^.!?\n]+[.!?]*/g)].flatMap(({ 0: words, index }) => {
    const from = index + words.length - words.trimStart().length
    return words.trim() === '' ? [] : [{ from, to: from + words.trim().length, sentiment: feels(words), confidence: 0.6 + (words.length % 30) / 100 }]
  })
}

export function readInvented(text: string): Omit<Reading, 'id' | 'subject' | 'by' | 'readAt'> {
  const sentiment = feels(text)
  const confidence = sentiment === 'neutral' ? 0.55 + (text.length % 40) / 100 : 0.7 + (text.length % 25) / 100
  return { language: /[а-я]/i.test(text) ? 'ru' : /\b(the|you|we|is|I)\b/.test(text) ? 'en' : 'pl', sentiment, confidence, certain: confidence >= 0.6, sentences: sentencesOf(text), topic: /termin|wizyt|piątek|запис/i.test(text) ? { reasonId: 'r7', name: 'Zmiana terminu', confidence: 0.72 } : null }
}

export function answerReadings(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World, answers: readonly SurveyAnswer[], desk: Desk): void {
  const corrected = new Map<string, Partial<Reading>>()
  const settings: ReadingSettings = { on: true, topics: true, endpoint: scenario.paused ? { url: 'https://api.example/v1/chat/completions', model: 'mały-model', secretSet: true, state: { ok: false, detail: 'The endpoint did not answer within 30 seconds.', at: ago(12) } } : null, learned: scenario.empty ? { corrections: 0, topicExamples: 0, at: null } : { corrections: 14, topicExamples: 482, at: ago(190) } }
  const made = (id: string, subject: Reading['subject'], text: string): Reading => {
    const read = readInvented(text)
    const topic = read.topic && desk.reasons.some((reason) => reason.id === read.topic!.reasonId) ? read.topic : null
    return { id, subject, ...read, topic: subject === 'answer' ? null : topic, by: 'classifier', readAt: ago(3), ...corrected.get(id) }
  }
  const ofTicket = (ticketId: string): Reading[] => world.entriesOf(ticketId).toReversed().flatMap((entry) => {
    if (entry.kind === 'rating') return entry.rating && entry.visibleText !== '' ? [made(entry.rating.answerId, 'answer', entry.visibleText)] : []
    return entry.direction === 'in' && !entry.automatic && entry.mailClass === 'personal' ? [made(entry.id, 'interaction', entry.byHand?.request ?? entry.visibleText)] : []
  })
  const find = (id: string): Reading => {
    const answer = answers.find((each) => each.id === id)
    const found = answer?.comment ? made(id, 'answer', answer.comment) : world.everyEntry().flatMap((entry) => (entry.ticketId === null ? [] : ofTicket(entry.ticketId))).find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such reading.')
    return found
  }
  on(routes.listReadings, ({ query }) => ({
    items: !settings.on ? [] : query.ticketId !== undefined ? ofTicket(query.ticketId) : answers.filter(({ id, comment }) => comment !== null && query.answerId?.split(',').includes(id)).map(({ id, comment }) => made(id, 'answer', comment!)), next: null,
  }))
  on(routes.correctReading, ({ params, body }) => {
    find(params.id)
    const { sentiment, topicId } = body
    const before = corrected.get(params.id) ?? {}
    if (sentiment === null) for (const name of ['sentiment', 'by', 'confidence', 'certain'] as const) delete before[name]
    corrected.set(params.id, {
      ...before, ...(sentiment ? { sentiment, by: 'person', confidence: null, certain: true } : {}),
      ...(topicId === undefined ? {} : { topic: topicId === null ? null : { reasonId: topicId, name: desk.reasons.find(({ id }) => id === topicId)?.name ?? '', confidence: null } }),
    })
    return find(params.id)
  })
  on(routes.tryReading, ({ body }) => {
    if (body.text.trim() === '') throw new Refusal('invalid-input', 'The text is empty.', { text: 'is empty' })
    return readInvented(body.text)
  })
  on(routes.getReadingSettings, () => settings)
  on(routes.changeReadingSettings, ({ body }) => {
    if (body.endpoint && /localhost|127\.|10\./.test(body.endpoint.url)) throw new Refusal('invalid-input', 'Private.', { 'endpoint.url': 'The address of the endpoint lies in a private network: whoever runs this installation allows that with KONTUAR_PRIVATE_READING=1.' })
    return Object.assign(settings, { on: body.on, topics: body.topics, endpoint: body.endpoint && { url: body.endpoint.url, model: body.endpoint.model, secretSet: body.endpoint.secret !== undefined || settings.endpoint?.secretSet === true, state: null } })
  })
}
