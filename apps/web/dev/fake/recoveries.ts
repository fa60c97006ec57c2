// Unhappy customers of the invented server: one that waits, one that is late, one spoken with, one asked, one won back, one still unhappy.
import * as routes from '@kontuar/contracts'
import type { ErrorReview, MetricFigure, Recovery, RecoverySettings, RecoveryStory, StudyItem, StudySet } from '@kontuar/contracts'
import type { Tx } from '../../../server/src/platform/db/database.ts'
import { listAnswerFields } from '../../../server/src/modules/recovery/settings/list-answer-fields.ts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { causes, locations, queues, teams } from './desk-data.ts'
import { ago, staff } from './people.ts'

/** What an organization has to choose from. */
const asked = { orgId: 1, query: (_sql: string, _given: unknown[], name: string) => Promise.resolve(name === 'choices-of-recovery-survey' ? [{ id: 'y1', name: 'Po wizycie' }] : []) } as unknown as Tx

const id = (n: number) => `01a22951-cb0a-7000-bcef-${String(n).padStart(12, '0')}`
const named = ({ id: of, name }: { id: string; name: string }) => ({ id: of, name })
const day = 60 * 24

function recoveryOf(n: number, minutes: number, who: string, comment: string | null, more: Partial<Recovery> = {}): Recovery {
  return {
    id: id(n), state: 'open', answerId: id(50 + n), surveyName: 'Po wizycie', score: n % 2 === 0 ? 2 : 1, scaleMax: n % 2 === 0 ? 10 : 5, metric: n % 2 === 0 ? 'nps' : 'csat', comment, answeredAt: ago(minutes),
    customer: { id: `c${n + 1}`, name: who }, ticket: { id: `k${n}`, number: 12_480 - n, subject: 'Wizyta w sobotę' }, location: named(locations[n % 3]!), queue: named(queues[1]!), team: named(teams[0]!), staff: named(staff[2]!), owner: named(staff[1]!),
    because: { code: 'location-manager', name: locations[n % 3]!.name }, openedAt: ago(minutes), reachDueAt: ago(minutes - 8 * 60), dueAt: ago(minutes - 5 * day), reachLate: false, late: false, contactedAt: null, reachInteractionId: null,
    cause: null, remedy: '', closedAt: null, closedByName: null, closedAs: null, inTime: null, askedAt: null, secondAnswerId: null, recovered: null, cameBackAt: null, taskId: null, ...more,
  }
}
const solved = (n: number, closed: number): Partial<Recovery> => ({ contactedAt: ago(closed + 300), cause: named(causes[n % 6]!), remedy: 'Przeprosiny i powtórzenie zabiegu bez opłaty.', closedAt: ago(closed), closedByName: staff[1]!.name, closedAs: 'solved', inTime: true })
const someRecoveries = (): Recovery[] => [
  recoveryOf(0, 42, 'Barbara Zielińska', 'Czekałam czterdzieści minut, nikt nie przeprosił. Zabieg skrócono, a zapłaciłam całość.'),
  recoveryOf(1, 60 * 13, 'Светлана Щербакова', 'Краска легла пятнами, переделывать отказались.', { reachLate: true, owner: null, because: { code: 'nobody-else' } }),
  recoveryOf(2, day * 2, 'Grzegorz Brzęczyszczykiewicz-Lewandowski', null, { state: 'contacted', contactedAt: ago(day * 2 - 90), reachInteractionId: id(64), owner: named(staff[0]!), because: { code: 'staff' } }),
  recoveryOf(3, day * 6, 'Emma Clark', 'Nobody told me the price had changed.', { ...solved(2, day * 3), state: 'asked', askedAt: ago(day) }),
  recoveryOf(4, day * 12, 'Agnieszka Wójcik', 'Umówiona godzina, a salon zamknięty.', { ...solved(1, day * 9), state: 'recovered', askedAt: ago(day * 7), secondAnswerId: id(90), recovered: true }),
  recoveryOf(5, day * 20, 'Piotr Kaczmarek', 'Telefon odebrał ktoś, kto nie wiedział nic o reklamacji.', { ...solved(3, day * 16), state: 'not-recovered', askedAt: ago(day * 14), secondAnswerId: id(91), recovered: false, cameBackAt: ago(day * 4) }),
]
const settings: RecoverySettings = {
  on: true, where: null, reachHours: 8, closeHours: 40, calendarId: null, owners: [{ to: 'location-manager' }, { to: 'team-of', teamId: 'w2' }, { to: 'owner' }, { to: 'role', role: 'manager' }], causeNeeded: true, remedyNeeded: true,
  ask: 'always', askAfterHours: 48, surveyId: null, comeBackDays: 90, makesTask: false,
}

function storyOf(recovery: Recovery, all: readonly Recovery[]): RecoveryStory {
  const entry = (n: number, minutes: number, kind: string, direction: string, by: string, excerpt: string): RecoveryStory['diary'][number] => ({ id: id(60 + n), at: ago(minutes), kind, direction, channel: kind === 'call' ? 'phone' : 'email', by, ticketId: recovery.ticket?.id ?? null, excerpt, after: minutes < age })
  const age = (Date.now() - Date.parse(recovery.openedAt)) / 60_000
  return {
    recovery,
    diary: [
      entry(0, age + day * 2, 'call', 'in', recovery.customer.name, ''), entry(1, age + day * 2 - 20, 'message', 'out', staff[2]!.name, 'Dzień dobry, potwierdzam wizytę w sobotę o 12:00 w salonie przy Długiej.'),
      entry(2, age + 180, 'note', 'internal', staff[2]!.name, 'Klientka przyszła o 11:50, fotel zwolnił się o 12:30. Zabieg skrócony o kwadrans.'),
      ...(recovery.contactedAt === null ? [] : [entry(4, age - 90, 'call', 'out', staff[1]!.name, 'Przeprosiny, propozycja powtórzenia zabiegu bez opłaty w czwartek.')]),
    ],
    earlier: all.filter((each) => each.id !== recovery.id && each.closedAt !== null).slice(0, recovery.id === id(0) ? 2 : 0).map((each) => ({ id: each.id, openedAt: each.openedAt, causeName: each.cause?.name ?? null, state: each.state })),
    history: [
      { at: recovery.openedAt, what: 'opened', byName: null, detail: {} }, ...(recovery.cause === null ? [] : [{ at: recovery.closedAt!, what: 'closed' as const, byName: recovery.closedByName, detail: { as: 'solved' } }]),
      ...(recovery.recovered === null ? [] : [{ at: ago(day), what: recovery.recovered ? ('said-solved' as const) : ('said-not-solved' as const), byName: null, detail: {} }]),
    ],
  }
}

const share = (numerator: number, n: number): MetricFigure => ({ value: n === 0 ? null : numerator / n, interval: n === 0 ? null : { low: Math.max(0, numerator / n - 0.2), high: Math.min(1, numerator / n + 0.2) }, n, shown: n >= 5, parts: { numerator, denominator: n } })
const review = (days: number): ErrorReview => ({
  from: ago(day * days), to: ago(0), closed: 61, withoutCause: 4,
  causes: ([[1, 24, 9, 0.21, true, 9, 14, 3, 18], [3, 17, 20, -0.08, false, 8, 11, 1, 12], [2, 8, 31, -0.29, true, 2, 3, 0, 6], [5, 3, 2, 0.01, false, 0, 0, 0, 0]] as const).map(([cause, n, before, change, real, recovered, answered, back, closed]) => ({
    cause: named(causes[cause]!), n, share: share(n, 61), before, change, real, recovered: share(recovered, answered), cameBack: share(back, closed), locations: locations.slice(0, 2).map((each, i) => ({ ...named(each), n: Math.max(1, Math.round(n / (i + 1.6))) })),
    remedies: n > 5 ? [{ text: 'Przeprosiny i powtórzenie zabiegu bez opłaty.', n: 9 }, { text: 'Rabat na następną wizytę.', n: 4 }] : [],
  })),
})

export function answerRecoveries(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const all = scenario.empty ? [] : someRecoveries()
  const sets: StudySet[] = scenario.empty ? [] : [
    { id: id(80), name: 'Spóźnione wizyty', note: 'Jak rozmawiać, gdy to my się spóźniamy, i co zaproponować od razu.', createdByName: staff[1]!.name, items: 2, createdAt: ago(day * 9) },
    { id: id(81), name: 'Dobre telefony po złej ocenie', note: '', createdByName: staff[0]!.name, items: 0, createdAt: ago(day * 40) },
  ]
  const items: StudyItem[] = [
    { id: id(82), kind: 'recovery', subjectId: id(0), title: 'Barbara Zielińska', excerpt: all[0]?.comment ?? null, note: 'Nikt nie powiedział „przepraszam” przez cztery dni.', addedByName: staff[1]!.name, createdAt: ago(day * 3) },
    { id: id(83), kind: 'ticket', subjectId: 'k5', title: '#12475 Reklamacja', excerpt: 'Dzień dobry, trzeci raz przekładacie mi wizytę.', note: '', addedByName: staff[2]!.name, createdAt: ago(day * 2) },
  ]
  const find = (wanted: string): Recovery => {
    const found = all.find((each) => each.id === wanted)
    if (!found) throw new Refusal('not-found', 'There is no such recovery.')
    return found
  }
  const change = (wanted: string, more: Partial<Recovery>) => Object.assign(find(wanted), more)
  const causeOf = (causeId: string | null | undefined, before: Recovery['cause']) => (causeId === undefined ? before : (causes.filter((each) => each.id === causeId).map(named)[0] ?? null))
  on(routes.listRecoveries, ({ query }) => ({
    items: all.filter((each) => (query.open === undefined || (each.closedAt === null) === (String(query.open) === 'true')) && (query.late === undefined || each.reachLate || each.late) && (query.ownerId !== 'me' || each.owner?.id === 's1')
      && (query.locationId === undefined || each.location?.id === query.locationId) && (query.ticketId === undefined || each.ticket?.id === query.ticketId) && (query.answerId === undefined || each.id === id(0))
      && (query.causeId === undefined || (each.cause?.id ?? 'none') === query.causeId) && (query.reviewed !== 'recovered' || each.recovered === true)),
    next: null,
  }))
  on(routes.countRecoveries, () => ({ open: all.filter((each) => each.closedAt === null).length, mine: all.filter((each) => each.closedAt === null && each.owner?.id === 's1').length, late: all.filter((each) => each.reachLate).length, limit: 100 }))
  on(routes.getRecovery, ({ params }) => storyOf(find(params.id), all))
  on(routes.changeRecovery, ({ params, body }) => change(params.id, { ...(body.ownerId === undefined ? {} : { owner: staff.filter((each) => each.id === body.ownerId).map(named)[0] ?? null, because: { code: 'staff' as const } }), cause: causeOf(body.causeId, find(params.id).cause), remedy: body.remedy ?? find(params.id).remedy }))
  on(routes.closeRecovery, ({ params, body }) => {
    if (body.as === 'solved' && !body.causeId) throw new Refusal('invalid-input', 'Calling it solved needs its cause and what was done.', { causeId: 'is missing' })
    return change(params.id, { state: 'closed', closedAt: ago(0), closedByName: staff[0]!.name, closedAs: body.as, cause: causeOf(body.causeId, find(params.id).cause), remedy: body.remedy ?? '', inTime: true })
  })
  on(routes.reopenRecovery, ({ params }) => change(params.id, { state: find(params.id).contactedAt === null ? 'open' : 'contacted', closedAt: null, closedByName: null, closedAs: null, inTime: null }))
  on(routes.getRecoverySettings, () => settings)
  on(routes.listRecoveryFields, async () => ({ items: await listAnswerFields(asked), next: null }))
  on(routes.changeRecoverySettings, ({ body }) => Object.assign(settings, body))
  on(routes.reviewErrors, ({ query }) => (scenario.empty ? { ...review(30), closed: 0, withoutCause: 0, causes: [] } : review(query.from === undefined ? 30 : Math.round((Date.now() - Date.parse(query.from)) / 86_400_000))))
  on(routes.listStudySets, () => ({ items: sets, next: null }))
  on(routes.createStudySet, ({ body }) => {
    const set: StudySet = { id: id(84 + sets.length), name: body.name, note: body.note ?? '', createdByName: staff[0]!.name, items: 0, createdAt: ago(0) }
    sets.unshift(set)
    return set
  })
  on(routes.listStudyItems, ({ params }) => {
    if (!sets.some((each) => each.id === params.id)) throw new Refusal('not-found', 'There is no such collection.')
    return { items: params.id === id(80) ? items : [], next: null }
  })
  on(routes.addStudyItem, ({ body }) => {
    const item: StudyItem = { id: id(95 + items.length), kind: body.kind, subjectId: body.subjectId, title: 'Barbara Zielińska', excerpt: null, note: body.note ?? '', addedByName: staff[0]!.name, createdAt: ago(0) }
    items.push(item)
    return item
  })
  on(routes.removeStudyItem, ({ params }) => {
    items.splice(items.findIndex((each) => each.id === params.id), 1)
    return { ok: true as const }
  })
  on(routes.retireStudySet, ({ params }) => {
    sets.splice(sets.findIndex((each) => each.id === params.id), 1)
    return { ok: true as const }
  })
}
