// Alerts of the invented server: a bad rating that nobody has yet, a figure, one without data, one that somebody has, one that is over.
import * as routes from '@kontuar/contracts'
import type { Alert, AlertDelivery, AlertDestination } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { locations } from './desk-data.ts'
import { ago, staff } from './people.ts'

const id = (n: number) => `01a22951-cb0a-7000-bbef-${String(n).padStart(12, '0')}`
const rules = { pl: 'Zła ocena po wizycie', ru: 'Плохая оценка после визита', en: 'Bad rating after a visit' }
const titles = {
  pl: ['Ocena 2 na 10', 'NPS: spadek o 18 punktów', 'Łatwość (CES): brak danych', 'Zgłoszenie #12475: pierwsza odpowiedź spóźnia się o 1 godz. 35 min', 'Żadnej odpowiedzi od 16 godz. w godzinach otwarcia'],
  ru: ['Оценка 2 из 10', 'NPS: снижение на 18 пунктов', 'Лёгкость (CES): нет данных', 'Обращение № 12475: первый ответ, опоздание 1 ч 35 мин', 'Ни одного ответа за 16 ч рабочего времени'],
  en: ['A rating of 2 out of 10', 'NPS fell by 18 points', 'Ease (CES): nothing to judge by', 'Ticket #12475: first reply is 1 h 35 min late', 'No answer for 16 h of opening time'],
}
const whys = {
  pl: 'NPS z ostatnich 28 dni: 26 (z uwzględnieniem przypadku od 14 do 38), n = 164. W takim samym czasie wcześniej było 44 (n = 171), teraz o 18 punktów mniej. Przypadek tego nie tłumaczy.',
  ru: 'NPS за последние 28 дней: 26 (с учётом случайности от 14 до 38), n = 164. За такое же время до этого было 44 (n = 171), теперь на 18 пунктов меньше. Случайность этого не объясняет.',
  en: 'NPS over the last 28 days is 26 (with chance taken into account 14 to 38), n = 164. In the same time before it was 44 (n = 171): 18 points less. Chance does not explain that.',
}
const said = 'Czekałam czterdzieści minut, nikt nie przeprosił. Zabieg skrócono, a zapłaciłam całość.'

function alertOf(language: 'pl' | 'ru' | 'en', n: number, minutes: number, more: Partial<Alert> = {}): Alert {
  const place = locations[n % locations.length]!
  return {
    id: id(n), ruleId: id(90), ruleName: rules[language], ruleKind: 'event', state: 'open', urgent: false, noData: false, times: 1, firstAt: ago(minutes), lastAt: ago(minutes), title: `${titles[language][n]} · ${place.name}`, why: {}, sentences: n === 1 ? [whys[language]] : [],
    words: null, ticket: null, answerId: null, interactionId: null, customer: null, location: { id: place.id, name: place.name }, queue: null, staff: null, warningId: null, recoveryId: null, acknowledgedAt: null, acknowledgedByName: null, resolvedAt: null, resolvedByName: null, resolvedReason: null, note: '', useful: null, taskId: null, ...more,
  }
}
const someAlerts = (language: 'pl' | 'ru' | 'en'): Alert[] => [
  alertOf(language, 0, 7, { urgent: true, words: { text: said, by: 'Barbara Zielińska', at: ago(7) }, customer: { id: 'c1', name: 'Barbara Zielińska' }, ticket: { id: 'k0', number: 12_480, subject: 'Wizyta w sobotę' }, answerId: id(3), staff: { id: staff[1]!.id, name: staff[1]!.name } }),
  alertOf(language, 1, 55, { ruleKind: 'figure' }), alertOf(language, 2, 60 * 5, { ruleKind: 'figure', noData: true }),
  alertOf(language, 3, 60 * 9, { times: 3, state: 'acknowledged', acknowledgedAt: ago(60 * 8), acknowledgedByName: staff[2]!.name, ticket: { id: 'k5', number: 12_475, subject: 'Reklamacja' }, customer: { id: 'c5', name: 'Светлана Щербакова' } }),
  alertOf(language, 4, 60 * 40, { state: 'resolved', resolvedAt: ago(60 * 20), resolvedReason: 'over' }),
]
const deliveries = (alert: Alert): AlertDelivery[] => ([['app', 'sent', null], ['mail', 'sent', null], ['hook', 'failed', 'It answered 404: there is no such place any more. Make the address anew there and enter it here.'], ['sms', 'waiting', null]] as const).map(([road, state, detail], n) => ({
  id: id(50 + n), alertId: alert.id, ruleName: alert.ruleName, staffId: road === 'hook' ? null : staff[n]!.id, staffName: road === 'hook' ? null : staff[n]!.name, destinationName: road === 'hook' ? 'Kanał kierowników' : null, road, step: n === 3 ? 1 : 0,
  because: road === 'hook' ? { code: 'address' } : n === 3 ? { code: 'escalation', step: 1 } : { code: 'location-manager', name: alert.location?.name ?? '' }, state, sendAfter: ago(-30), sentAt: state === 'sent' ? ago(6) : null, detail, createdAt: ago(7),
}))
const destinations: AlertDestination[] = [
  { id: id(70), name: 'Kanał kierowników', kind: 'slack', host: 'hooks.slack.com', signed: false, active: true, state: { sending: 'failing', detail: 'It answered 404: there is no such place any more. Make the address anew there and enter it here.', at: ago(20) }, usedBy: ['Zła ocena po wizycie'] },
  { id: id(71), name: 'Hurtownia danych', kind: 'webhook', host: 'dane.salon.example', signed: true, active: true, state: { sending: 'ok', detail: null, at: ago(90) }, usedBy: [] },
]

export function answerAlerts(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const alerts = scenario.empty ? [] : someAlerts(scenario.locale)
  const find = (wanted: string): Alert => {
    const found = alerts.find((each) => each.id === wanted)
    if (!found) throw new Refusal('not-found', 'There is no such alert.')
    return found
  }
  const change = (wanted: string, more: Partial<Alert>) => Object.assign(find(wanted), more)
  on(routes.listAlerts, ({ query }) => ({ items: alerts.filter((a) => query.state === undefined || a.state === query.state), next: null }))
  on(routes.countAlerts, () => ({ open: alerts.filter((a) => a.state === 'open').length, mine: 1, limit: 100 }))
  on(routes.getAlert, ({ params }) => {
    const alert = find(params.id)
    return { alert, firings: [], deliveries: deliveries(alert), task: null, diary: alert.customer === null ? [] : [
      { id: id(60), at: ago(60 * 20), kind: 'note', direction: 'internal', channel: null, by: staff[1]!.name, excerpt: 'Klientka dzwoniła dwa razy, prosi o telefon po 16.' },
      { id: id(61), at: ago(60 * 44), kind: 'message', direction: 'out', channel: 'email', by: staff[1]!.name, excerpt: 'Dzień dobry, potwierdzam wizytę w sobotę o 12:00.' }, { id: id(62), at: ago(60 * 46), kind: 'call', direction: 'in', channel: 'phone', by: alert.customer.name, excerpt: '' },
    ] }
  })
  on(routes.acknowledgeAlert, ({ params }) => change(params.id, { state: 'acknowledged', acknowledgedAt: ago(0), acknowledgedByName: staff[0]!.name }))
  on(routes.resolveAlert, ({ params, body }) => change(params.id, { state: 'resolved', resolvedAt: ago(0), resolvedByName: staff[0]!.name, resolvedReason: body.reason, useful: body.useful ?? null, note: body.note ?? '' }))
  on(routes.reopenAlert, ({ params }) => change(params.id, { state: 'acknowledged', resolvedAt: null, resolvedByName: null, resolvedReason: null }))
  on(routes.makeAlertTask, ({ params }) => change(params.id, { state: 'acknowledged', acknowledgedByName: staff[0]!.name, taskId: 'z1' }))
  on(routes.listAlertDeliveries, ({ query }) => ({ items: alerts.flatMap(deliveries).filter((d) => query.state === undefined || d.state === query.state), next: null }))
  on(routes.listAlertReach, () => ({ items: scenario.empty ? [] : staff.slice(0, 3).map((person, n) => ({ ruleId: id(90), ruleName: rules[scenario.locale], staffId: person.id, staffName: person.name, destinationName: null, roads: ['app', 'mail'], when: n === 0 ? 'daily' : 'at-once', because: { code: 'location-manager' as const, name: locations[n]!.name }, pausedUntil: null, paused: n === 2, last: n === 1 ? null : { at: ago(90 * (n + 1)), state: 'sent', detail: null } })), next: null }))
  on(routes.listAlertDestinations, () => ({ items: scenario.empty ? [] : destinations, next: null }))
  on(routes.createAlertDestination, ({ body }) => ({ ...destinations[1]!, id: id(72), name: body.name, kind: body.kind }))
  on(routes.changeAlertDestination, ({ params, body }) => Object.assign(destinations.find((d) => d.id === params.id)!, body.active === undefined ? {} : { active: body.active }))
  on(routes.tryAlertDestination, () => ({ ok: true, detail: '' }))
}
