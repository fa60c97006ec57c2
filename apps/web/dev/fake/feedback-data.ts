// Invented answers to the salon's surveys: enough of them for figures with intervals, some low, some without a person, always the same.
import type { SurveyAnswer } from '@kontuar/contracts'
import { primaryQuestion, scaleOf, surveyTemplates, toneOf, visibleQuestions, metricOf, type Question, type SurveyDefinition, type Values } from '@kontuar/survey'
import { locations, queues, teams } from './desk-data.ts'
import { ago, staff } from './people.ts'
import { makeTickets } from './ticket-data.ts'

const said: Record<'low' | 'middle' | 'high', readonly [language: string, words: string][]> = {
  low: [
    ['pl', 'Czekałam czterdzieści minut, chociaż wizyta była umówiona na konkretną godzinę.\nNikt nie powiedział, ile to potrwa, ani nie zaproponował innego terminu. Sama fryzura w porządku, ale nie wiem, czy wrócę.'],
    ['pl', 'Zgłoszenie zamknięte, a pieniędzy za karnet nadal nie ma. Dla Państwa sprawa załatwiona, dla mnie nie.'],
    ['ru', 'Администратор разговаривала по телефону всё время, пока я стояла у стойки. Потом сказала, что записи нет.'],
    ['en', 'The colour is not what we agreed on, and nobody answered my second email.'],
    ['pl', 'Drogo.'],
  ],
  middle: [
    ['pl', 'Wszystko świetnie, tylko trochę długo czekałam.'],
    ['en', 'Good, but parking is a nightmare on Saturdays.'],
    ['ru', 'Нормально, но в прошлый раз было лучше.'],
  ],
  high: [
    ['pl', 'Pani Kasia jest niezastąpiona! Wreszcie ktoś słucha, zanim weźmie nożyczki do ręki.'],
    ['pl', 'Szybko, miło i bez czekania. Polecam każdej koleżance.'],
    ['ru', 'Спасибо Михаилу, всё объяснил и подобрал время после работы.'],
    ['en', 'Lovely place, and they remembered that I am allergic to latex.'],
    ['pl', 'Dziękuję 🙂'],
  ],
}

export const definitionOf = (key: string): SurveyDefinition => surveyTemplates.find((each) => each.key === key)!.definition
/** By survey of surveys.ts: what it asks, how many answered, how good it is, over how many days. */
const asked = [
  { surveyId: 'v1', name: 'Po wizycie w salonie', definition: definitionOf('after-visit'), version: 3, count: 417, days: 150, good: 0.72, roads: ['sms', 'email', 'qr', 'kiosk', 'sms', 'qr'], touchpoint: { id: 'tp2', name: 'Po wizycie' } },
  { surveyId: 'v2', name: 'Polecenie, raz na kwartał', definition: definitionOf('relationship-nps'), version: 1, count: 212, days: 120, good: 0.6, roads: ['email'], touchpoint: { id: 'tp4', name: 'Po zakupie w sklepie internetowym' } },
  { surveyId: 'v3', name: 'Po zamkniętym zgłoszeniu', definition: definitionOf('after-ticket'), version: 2, count: 96, days: 60, good: 0.64, roads: ['email', 'email', 'sms', 'agent'], touchpoint: { id: 'tp3', name: 'Po zamkniętym zgłoszeniu' } },
  { surveyId: 'v5', name: 'Anonimowo: dlaczego odchodzą', definition: definitionOf('exit'), version: 1, count: 57, days: 90, good: 0.35, roads: ['link', 'website'], touchpoint: null, anonymous: true },
] as const
export const askedSurveys = asked

/** Small, seeded, and good enough for numbers that only have to look real (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function valueOf(question: Question, good: boolean, chance: () => number, comment: string | null): Values[string] | undefined {
  const scale = scaleOf(question)
  const options = [...(question.options ?? []).map(({ id }) => id), ...(question.other ? ['other'] : [])]
  if (scale !== null) {
    const reach = scale.max - scale.min
    return good ? scale.max - Math.floor(chance() ** 2 * reach * 0.4) : scale.min + Math.floor(chance() * reach * 0.85)
  }
  if (question.type === 'text') return comment ?? undefined
  if (question.type === 'consent') return chance() < 0.4
  if (question.type === 'single') return options[Math.floor(chance() ** 2 * options.length)]!
  return options.filter((_, index) => chance() < 0.55 / (index + 1)).concat(options[0]!).filter((each, index, all) => all.indexOf(each) === index)
}

export function makeAnswers(): SurveyAnswer[] {
  const chance = random(20_261_129)
  const tickets = makeTickets(60)
  const made = asked.flatMap(({ surveyId, name, definition, version, count, days, good: share, roads, touchpoint, ...more }) => Array.from({ length: count }, (_, index): SurveyAnswer => {
    const low = surveyId === 'v3' && index === 0
    const good = !low && chance() < share + (index < count / 3 ? 0.08 : -0.02)
    const score = primaryQuestion(definition)!
    const road = roads[Math.floor(chance() * roads.length)]!
    const anonymous = 'anonymous' in more
    const nobody = anonymous || road === 'qr' || road === 'kiosk'
    const scored = low ? 2 : (valueOf(score, good, chance, null) as number)
    const tone = toneOf(score, scored)!
    const words = low || chance() < 0.42 ? said[tone][low ? 1 : Math.floor(chance() * said[tone].length)]! : null
    const partial = chance() < 0.09
    const values: Values = { [score.id]: scored }
    if (!partial) for (const question of definition.questions) if (question.id !== score.id && visibleQuestions(definition, values).includes(question)) { const value = valueOf(question, good, chance, words?.[1] ?? null); if (value !== undefined) values[question.id] = value }
    const ticket = surveyId === 'v3' || (!nobody && index % 3 === 0) ? tickets[low ? 4 : Math.floor(chance() * 40)]! : null
    const minutes = low ? 1 : index < 14 ? index * 47 + (surveyId === 'v1' ? 6 : surveyId === 'v3' ? 190 : 1500) : 700 + Math.floor((index / count) ** 1.1 * days * 1440)
    const of = nobody ? null : staff[[0, 1, 2, 5, 2][Math.floor(chance() * 5)]!]!
    const place = locations[Math.floor(chance() ** 1.6 * 3)]!
    const at = anonymous ? ago(Math.ceil(minutes / (1440 * 6)) * 1440 * 6) : ago(minutes)
    return {
      id: `a${surveyId}-${index}`, surveyId, surveyName: name, version, road, state: partial ? 'partial' : 'finished', anonymous, at, finishedAt: partial ? null : at, language: words?.[0] ?? 'pl',
      metric: metricOf(score), score: scored, scale: scaleOf(score), tone, comment: partial ? null : (words?.[1] ?? null), values: values as SurveyAnswer['values'],
      customer: nobody || ticket === null && surveyId !== 'v2' && index % 7 === 6 ? null : ticket ? { id: ticket.customerId, name: ticket.customer.name } : { id: `c${index % 30}`, name: tickets[index % 30]!.customer.name },
      ticket: ticket && { id: ticket.id, number: ticket.number, subject: ticket.subject }, interactionId: anonymous ? null : `entry-${surveyId}-${index}`, sourceInteractionId: low ? 'k4-4' : null,
      staff: of && { id: of.id, name: of.name }, team: anonymous ? null : { id: teams[0]!.id, name: teams[0]!.name }, queue: ticket ? { id: ticket.queueId!, name: queues.find(({ id }) => id === ticket.queueId)?.name ?? '' } : null, location: anonymous ? null : { id: place.id, name: place.name },
      touchpoint, reasonId: ticket?.reasonId ?? null, channel: ticket ? 'email' : road === 'sms' ? 'visit' : null, ticketResult: ticket ? (low ? 'solved' : [null, 'solved', 'solved', 'solved', 'partly', 'rejected', 'not-solved'][Math.floor(chance() * 7)]!) : null,
      place: road === 'qr' ? `stolik ${1 + (index % 9)}` : '', kiosk: road === 'kiosk' ? { id: 'x1', name: 'Tablet przy wyjściu' } : null, tagIds: tone === 'low' && index % 4 === 0 ? ['g1'] : [], imported: false, invalid: surveyId === 'v1' && index === 30 ? { at: ago(900), reason: 'Nasza próba' } : null,
    }
  })).sort((one, other) => other.at.localeCompare(one.at))
  // The rating in the invented diary leads here.
  made.find(({ id }) => id === 'av3-0')!.id = 'a1'
  return made
}
