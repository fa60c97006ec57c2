// When is asked, who was asked and what they wish, of the invented salon.
import * as routes from '@kontuar/contracts'
import type { FeedbackSettings, SurveyInvitation, Touchpoint, TouchpointDefinition } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import { surveyTemplates } from '@kontuar/survey'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { ago } from './people.ts'

const usual: TouchpointDefinition = { interactionKinds: [], channels: [], conditions: null, roads: ['email'], delayMinutes: 60, sampleShare: 1, restDays: null, exclude: { openComplaint: true, minors: true } }
const surveyNames: Record<string, string> = { v1: 'Po wizycie w salonie', v2: 'Polecenie, raz na kwartał', v3: 'Po zamkniętym zgłoszeniu', v4: 'Nowa pracownia na Mokotowie', v5: 'Anonimowo: dlaczego odchodzą' }
const touchpoint = (id: string, surveyId: string, name: string, trigger: Touchpoint['trigger'], definition: Partial<TouchpointDefinition>, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id, surveyId, surveyName: surveyNames[surveyId] ?? '', name, trigger, definition: { ...usual, ...definition }, position: 0, active: true, retired: false, counts: { planned: 0, sent: 0, suppressed: 0, answered: 0 }, createdAt: ago(60 * 24 * 40), updatedAt: ago(60 * 24), ...more,
})
const someTouchpoints = (): Touchpoint[] => [
  touchpoint('tp1', 'v3', 'Po rozpatrzonej reklamacji', 'complaint-decided', { delayMinutes: 2880, roads: ['email', 'sms'], exclude: { openComplaint: false, minors: true } }, { counts: { planned: 2, sent: 14, suppressed: 3, answered: 9 } }),
  touchpoint('tp2', 'v1', 'Po wizycie', 'interaction-recorded', { interactionKinds: ['visit'], delayMinutes: 120, roads: ['sms', 'email'] }, { counts: { planned: 12, sent: 1340, suppressed: 288, answered: 417 } }),
  touchpoint('tp3', 'v3', 'Po zamkniętym zgłoszeniu', 'ticket-closed', { delayMinutes: 120, roads: ['email', 'sms'], sampleShare: 0.5, conditions: { combinator: 'and', rules: [{ field: 'queueId', operator: 'in', value: ['q1', 'q2'] }, { field: 'priority', operator: '!=', value: 'low' }] } }, { counts: { planned: 31, sent: 402, suppressed: 517, answered: 96 } }),
  touchpoint('tp4', 'v2', 'Po zakupie w sklepie internetowym', 'purchase', { delayMinutes: 60 * 24 * 7, sampleShare: 0.15, restDays: 90 }, { active: false }),
  touchpoint('tp5', 'v2', 'Stara lista jesienna', 'list', {}, { retired: true, active: false }),
].map((each, position) => ({ ...each, position }))

type Row = SurveyInvitation
const row = (id: string, customerName: string, more: Partial<Row>): Row => ({
  id, surveyId: 'v1', surveyName: surveyNames['v1']!, version: 3, touchpointId: 'tp2', touchpointName: 'Po wizycie', listId: null, customerId: 'c1', customerName, road: 'sms', language: 'pl', ticketId: null, ticketNumber: null, state: 'sent', reason: null, detail: null,
  sendAt: ago(60), sentAt: ago(60), expiresAt: ago(-60 * 24 * 14), openedAt: null, clickedValue: null, startedAt: null, finishedAt: null, createdAt: ago(180), ...more,
})
const ofTicket = { surveyId: 'v3', surveyName: surveyNames['v3']!, touchpointId: 'tp3', touchpointName: 'Po zamkniętym zgłoszeniu', road: 'email', ticketId: 't1', ticketNumber: 1042, version: 2 } as const
const not = (reason: string, detail: Row['detail'] = null) => ({ state: 'suppressed' as const, reason, detail, sentAt: null, road: null, version: null })
const someInvitations = (): Row[] => [
  row('i1', 'Katarzyna Nowak', { ...ofTicket, state: 'planned', sentAt: null, sendAt: ago(-95), createdAt: ago(25), version: null }),
  row('i2', 'Jan Kowalski', { sentAt: ago(12), openedAt: ago(9), startedAt: ago(9), finishedAt: ago(8) }),
  row('i3', 'Ольга Синицына', { ...ofTicket, language: 'ru', sentAt: ago(40), openedAt: ago(39), clickedValue: '9', ticketNumber: 1039 }),
  row('i4', 'Magdalena Brzęczyszczykiewicz-Lewandowska', not('rest-period', { lastAskedAt: ago(60 * 24 * 11), days: 30 })),
  row('i5', 'Piotr Zieliński', { ...ofTicket, ...not('sampled-out'), ticketNumber: 1031 }),
  row('i6', 'Agnieszka Wójcik', { ...ofTicket, ...not('open-complaint'), ticketNumber: 1030 }),
  row('i7', 'Tomasz Lewandowski', { ...ofTicket, state: 'bounced', reason: '550 5.1.1 User unknown', sentAt: ago(60 * 9), ticketNumber: 1028 }),
  row('i8', 'Ewa Kamińska', { sentAt: ago(60 * 20), openedAt: ago(60 * 19), startedAt: ago(60 * 19) }),
  row('i9', 'Marek Dąbrowski', { state: 'failed', reason: 'cannot-send', sentAt: null }),
  row('i10', 'Иван Петров', { state: 'cancelled', reason: 'touchpoint-off', sentAt: null, language: 'ru' }),
  row('i11', 'Zofia Krawczyk', { touchpointId: null, touchpointName: null, road: 'link', sentAt: ago(60 * 26) }),
  row('i12', 'Paweł Mazur', { ...not('opted-out') }),
]

export function answerAsking(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const touchpoints = scenario.empty ? [] : someTouchpoints()
  const invitations = scenario.empty ? [] : someInvitations()
  const find = (id: string) => {
    const found = touchpoints.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such touchpoint.')
    return found
  }
  const order = () => {
    touchpoints.sort((a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position)
    touchpoints.filter(({ retired }) => !retired).forEach((each, position) => { each.position = position })
  }
  on(routes.listTouchpoints, ({ query }) => ({ items: touchpoints.filter(({ surveyId }) => (query.surveyId ?? surveyId) === surveyId), next: null }))
  on(routes.getTouchpoint, ({ params }) => find(params.id))
  on(routes.createTouchpoint, ({ body }) => {
    const made = touchpoint(`tp${touchpoints.length + 1}`, body.surveyId, body.name, body.trigger, body.definition ?? {}, { active: body.active ?? true, position: 99 })
    touchpoints.push(made)
    order()
    return made
  })
  on(routes.changeTouchpoint, ({ params, body }) => {
    const found = find(params.id)
    Object.assign(found, body, { definition: { ...found.definition, ...body.definition }, ...(body.position !== undefined && { position: body.position + (body.position > found.position ? 0.5 : -0.5) }) })
    order()
    return found
  })
  on(routes.tryTouchpoint, ({ body }) => {
    const share = body.definition?.sampleShare ?? 1
    const happened = body.trigger === 'purchase' ? 0 : 964
    const [sampled, rest, complaint, minor, address, before] = [Math.round(happened * (1 - share)), Math.round(happened * share * 0.31), 24, 3, 41, 7]
    const suppressed: Record<string, number> = happened === 0 ? {} : { 'rest-period': rest, 'sampled-out': sampled, 'no-address': address, 'open-complaint': complaint, 'bounced-before': before, minor }
    return { days: 30, happened, asked: happened === 0 ? 0 : Math.max(0, happened - sampled - rest - complaint - minor - address - before), suppressed }
  })
  on(routes.listSurveyInvitations, ({ query }) => ({
    items: invitations.filter((each) => (query.surveyId ?? each.surveyId) === each.surveyId && (query.touchpointId ?? each.touchpointId) === each.touchpointId && (query.state ?? each.state) === each.state && (query.reason ?? each.reason) === each.reason && (query.ticketId ?? each.ticketId) === each.ticketId && (query.listId ?? each.listId) === each.listId), next: null,
  }))
  on(routes.cancelSurveyInvitation, ({ params }) => Object.assign(invitations.find(({ id }) => id === params.id)!, { state: 'cancelled' }))
  on(routes.inviteFromTicket, ({ params, body }) => {
    const suppressed = body.road === 'sms'
    const made = row(`i${invitations.length + 1}`, 'Katarzyna Nowak', { surveyId: body.surveyId, surveyName: surveyNames[body.surveyId] ?? '', touchpointId: null, touchpointName: null, ticketId: params.id, ticketNumber: 1042, road: body.road ?? 'email', ...(suppressed ? not('rest-period', { lastAskedAt: ago(60 * 24 * 11), days: 30 }) : body.road === 'link' ? {} : { state: 'planned' as const, sentAt: null, sendAt: ago(-1) }) })
    invitations.unshift(made)
    return { ...made, url: body.road === 'link' ? 'https://opinie.mietowa.example/s/q3Jd82kLmPzX0aVbN4tR7w' : null }
  })
  on(routes.listSurveysToAsk, () => ({
    items: scenario.empty ? [] : (['after-call', 'after-visit', 'relationship-nps'] as const).map((key, place) => ({ id: `v${place + 1}`, name: surveyTemplates.find((each) => each.key === key)!.name[scenario.locale] ?? key, version: 1, anonymous: place === 2, definition: surveyTemplates.find((each) => each.key === key)!.definition as SurveyDefinition })), next: null,
  }))
  on(routes.answerForTicket, () => ({ id: 'a900' }))

  const wishes = new Map<string, { optedOutAt: string | null; minor: boolean; bornOn: string | null }>()
  const wish = (customerId: string) => ({ customerId, optedOutAt: null, minor: false, bornOn: null, ...wishes.get(customerId), optedOutBy: wishes.get(customerId)?.optedOutAt ? 'staff' : null, lastAskedAt: scenario.empty ? null : ago(60 * 24 * 11), nextAskingFrom: scenario.empty ? null : ago(-60 * 24 * 19) })
  on(routes.getAskingWish, ({ params }) => wish(params.id))
  on(routes.changeAskingWish, ({ params, body: { optedOut, ...body } }) => {
    const { optedOutAt, minor, bornOn } = wish(params.id)
    wishes.set(params.id, { minor, bornOn, ...body, optedOutAt: optedOut === undefined ? optedOutAt : optedOut ? ago(0) : null })
    return wish(params.id)
  })

  const settings: FeedbackSettings = { restDays: 30, sendFrom: '09:00', sendUntil: '20:00', expireDays: 14, agentsSee: 'all', look: { colour: '#0f5c59', logo: null, name: scenario.empty ? null : 'Pracownia Mięta' } }
  on(routes.getFeedbackSettings, () => settings)
  on(routes.changeFeedbackSettings, ({ body }) => Object.assign(settings, body))
  on(routes.uploadSurveyLogo, () => Object.assign(settings, { look: { ...settings.look, logo: 'a'.repeat(64) } }))
}
