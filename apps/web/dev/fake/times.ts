// Calendars, SLA policies and terms of law. Time is counted by the real package, so that what is shown is true.
import * as routes from '@kontuar/contracts'
import { CalendarError, checkCalendar, compileCalendar, listPublicHolidays, type CalendarDefinition } from '@kontuar/calendar'
import type { Calendar, SlaDefinition, SlaPolicy } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'

const day = [{ from: '09:00', to: '17:00' }]
const week = { 1: day, 2: day, 3: day, 4: day, 5: day }
const calendar = (id: string, name: string, definition: Partial<CalendarDefinition>, more: Partial<Calendar> = {}): Calendar => ({ id, name, readyMade: null, version: 1, isDefault: false, retired: false, definition: { timeZone: 'Europe/Warsaw', weekly: week, holidays: { country: 'PL' }, exceptions: [], ...definition } as Calendar['definition'], ...more })
const someCalendars = (): Calendar[] => [
  calendar('c1', 'Godziny pracy', {}, { readyMade: 'working-hours', isDefault: true }),
  calendar('c2', 'Salon Mokotów', {
    weekly: { 1: [{ from: '10:00', to: '14:00' }, { from: '15:00', to: '20:00' }], 2: [{ from: '10:00', to: '14:00' }, { from: '15:00', to: '20:00' }], 3: [{ from: '10:00', to: '20:00' }], 4: [{ from: '10:00', to: '20:00' }], 5: [{ from: '10:00', to: '20:00' }], 6: [{ from: '09:00', to: '15:00' }] },
    exceptions: [{ on: '2026-11-28', shifts: [], name: 'Inwentaryzacja' }, { every: '12-31', shifts: [{ from: '10:00', to: '14:00' }], name: 'Sylwester' }],
  }),
  calendar('c3', 'Infolinia nocna', { weekly: { 1: [{ from: '18:00', to: '02:00' }], 2: [{ from: '18:00', to: '02:00' }], 3: [{ from: '18:00', to: '02:00' }], 4: [{ from: '18:00', to: '02:00' }], 5: [{ from: '18:00', to: '06:00' }], 6: [{ from: '20:00', to: '06:00' }] }, holidays: null }),
  calendar('c4', 'Lato 2025', {}, { retired: true }),
]

const target = (seconds: number, byPriority?: Record<string, number>, clock: 'business' | 'elapsed' = 'business') => ({ seconds, clock, ...(byPriority ? { byPriority } : {}) })
const standard: SlaDefinition = {
  conditions: { combinator: 'and', rules: [] }, calendarId: null, warnAt: 0.75, pausesIn: ['waiting'],
  targets: { firstResponse: target(28_800, { urgent: 3600, high: 14_400 }), nextResponse: target(28_800, { urgent: 3600, high: 14_400 }), resolution: target(144_000, { urgent: 28_800, high: 57_600 }), statuses: { 'waiting-internal': target(57_600) } },
  escalations: [{ on: 'warning', afterSeconds: 0, act: 'notify', to: 'owner' }, { on: 'breach', afterSeconds: 0, act: 'notify', to: 'owner' }, { on: 'breach', afterSeconds: 3600, act: 'notify', to: 'manager' }, { on: 'breach', afterSeconds: 7200, act: 'task', to: 's2', title: 'Zadzwonić do klienta i przeprosić', kinds: ['first-response'] }],
}
const somePolicies = (): SlaPolicy[] => [
  { id: 'p1', name: 'Klientki VIP', readyMade: null, position: 1, version: 3, retired: false, definition: { ...standard, conditions: { combinator: 'and', rules: [{ field: 'tagIds', operator: 'containsAny', value: ['g1'] }, { field: 'channel', operator: 'in', value: ['email', 'chat'] }] }, calendarId: 'c2', targets: { ...standard.targets, firstResponse: target(3600, undefined, 'elapsed'), nextResponse: null, statuses: {} } } },
  { id: 'p2', name: 'Standardowa', readyMade: 'standard', position: 2, version: 1, retired: false, definition: standard },
]

export function answerTimes(on: ReturnType<typeof createAnswer>, scenario: Scenario, desk: Desk): void {
  const calendars = scenario.empty ? someCalendars().slice(0, 1) : someCalendars()
  const policies = scenario.empty ? [] : somePolicies()
  const find = <T extends { id: string }>(list: readonly T[], id: string): T => {
    const found = list.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such thing.')
    return found
  }
  const taken = (list: readonly { id: string; name: string; retired: boolean }[], name: string | undefined, id: string | null) => {
    if (list.some((each) => each.id !== id && !each.retired && each.name.toLowerCase() === name?.toLowerCase())) throw new Refusal('conflict', `"${name}" is there already: choose another name.`)
  }
  const check = (definition: unknown): CalendarDefinition => {
    const problems = checkCalendar(definition)
    if (problems.length > 0) throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map(({ path, sentence }) => [`definition${path}`, sentence])))
    return definition as CalendarDefinition
  }
  on(routes.listCalendars, () => ({ items: calendars, next: null }))
  on(routes.createCalendar, ({ body }) => {
    taken(calendars, body.name, null)
    check(body.definition)
    if (body.isDefault) for (const each of calendars) each.isDefault = false
    const made = { id: `c${calendars.length + 1}`, readyMade: null, version: 1, retired: false, ...body, isDefault: body.isDefault ?? false }
    calendars.push(made)
    return made
  })
  on(routes.changeCalendar, ({ params, body }) => {
    const found = find(calendars, params.id)
    taken(calendars, body.name, found.id)
    if (body.definition) check(body.definition)
    if (body.retired && found.id === 'c2') throw new Refusal('cannot-do', `"${found.name}" is used by the SLA policy "Klientki VIP", the shift of Михаил Ковалёв: choose another calendar there first.`, { retired: 'it is in use' })
    if (body.isDefault) for (const each of calendars) each.isDefault = false
    return Object.assign(found, body, body.definition ? { version: found.version + 1 } : {})
  })
  on(routes.tryCalendar, ({ body }) => {
    try {
      const { dueAt, steps } = compileCalendar(check(body.definition)).explain(Date.parse(body.from), body.seconds * 1000, scenario.locale)
      return { dueAt: new Date(dueAt).toISOString(), steps: steps.map((step) => ({ kind: step.kind, from: new Date(step.fromAt).toISOString(), to: new Date(step.toAt).toISOString(), countedSeconds: Math.round(step.countedMs / 1000), name: step.name ?? null })) }
    } catch (error) {
      if (error instanceof CalendarError) throw new Refusal('invalid-input', error.message, { seconds: error.message })
      throw error
    }
  })
  on(routes.listHolidays, ({ params, query }) => {
    const { holidays, exceptions } = find(calendars, params.id).definition as unknown as CalendarDefinition
    const year = Number(query.year ?? 2026)
    const days = new Map(holidays ? listPublicHolidays(holidays, year, scenario.locale).map(({ on: date, name }) => [date, name]) : [])
    for (const each of exceptions) {
      const date = 'on' in each ? each.on : `${year}-${each.every}`
      if (date.startsWith(String(year)) && each.shifts.length === 0) days.set(date, each.name ?? '')
    }
    return { items: [...days].map(([date, name]) => ({ on: date, name })).sort((one, other) => (one.on < other.on ? -1 : 1)), next: null }
  })

  on(routes.listSlaPolicies, () => ({ items: policies.toSorted((one, other) => one.position - other.position), next: null }))
  on(routes.createSlaPolicy, ({ body }) => {
    taken(policies, body.name, null)
    const made = { id: `p${policies.length + 1}`, readyMade: null, position: policies.length + 1, version: 1, retired: false, ...body }
    policies.push(made)
    return made
  })
  on(routes.changeSlaPolicy, ({ params, body }) => {
    const found = find(policies, params.id)
    taken(policies, body.name, found.id)
    if (body.retired && desk.queues.some(({ slaPolicyId }) => slaPolicyId === found.id)) throw new Refusal('cannot-do', `"${found.name}" is the policy of ${desk.queues.filter(({ slaPolicyId }) => slaPolicyId === found.id).map(({ name }) => `"${name}"`).join(', ')}: choose another one there first.`, { retired: 'queues name it' })
    return Object.assign(found, body, body.definition ? { version: found.version + 1 } : {})
  })
  const soon = (hours: number) => new Date(Math.round(Date.now() / 3_600_000 + hours) * 3_600_000).toISOString()
  on(routes.previewSlaPolicy, () => ({
    checked: 340, moved: 12,
    examples: Array.from({ length: 12 }, (_, index) => ({ ticketId: `k${index}`, number: 1290 - index * 7, subject: ['Przesunięcie wizyty na sobotę', 'Reklamacja koloryzacji', 'Faktura za karnet', 'Uczulenie po hennie brwi i rzęs, proszę o pilny kontakt'][index % 4]!, kind: (['first-response', 'resolution', 'next-response'] as const)[index % 3]!, from: index === 5 ? null : soon(20 + index * 3), to: index === 7 ? null : soon(4 + index * 3) })),
  }))

  on(routes.createLegalBasis, ({ body }) => {
    const before = desk.legalBases.filter(({ code }) => code === body.code).toSorted((one, other) => other.version - one.version)[0]
    if (before && body.validFrom <= before.validFrom) throw new Refusal('conflict', `The version before holds from ${before.validFrom}: a new one has to begin later.`, { validFrom: 'is not later' })
    const made = { readyMade: null, version: (before?.version ?? 0) + 1, retired: false, consequence: '', sourceUrl: '', remindDays: [3, 1, 0], ...body }
    desk.legalBases.unshift(made)
    return made
  })
}
