// Warnings of the invented server, of every kind, and a past that grows with the budget.
import * as routes from '@kontuar/contracts'
import { addDays, dayIn, type Warning, type WarningKind, type WarningReplay, type WarningSettings } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from '../answer.ts'
import { locations } from '../desk-data.ts'
import { paged, type Tell } from '../tickets.ts'

const hour = 3_600_000
const day = 24 * hour
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const today = () => dayIn(new Date(), 'Europe/Warsaw')
const at = (days: number) => new Date(Date.parse(`${addDays(today(), -days)}T00:00:00+01:00`)).toISOString()
const rows = (metric: string, days: number, rule?: [field: string, value: string]): NonNullable<Warning['rows']> => ({ metric, from: addDays(today(), -days), to: addDays(today(), 1), ...(rule && { where: { combinator: 'and' as const, rules: [{ field: rule[0], operator: 'in', value: [rule[1]] }] } }) })
const warning = (id: string, kind: WarningKind, more: Partial<Warning>): Warning => ({ id, kind, state: 'open', locationId: null, locationName: null, subject: null, beganAt: ago(30), seenAt: ago(0.4), times: 4, expected: null, expectedRange: null, came: null, p: null, n: 40, method: 'sum-of-counts', causes: [], advice: [], evidence: {}, rows: null, snoozedUntil: null, closedAt: null, closedByName: null, closedReason: null, note: '', taskId: null, ...more })
const placeOf = (id: string) => ({ locationId: id, locationName: locations.find((each) => each.id === id)!.name })

const someWarnings = (): Warning[] => [
  warning('w3', 'reason-rises', { subject: { id: 'r22', name: 'Opóźniona dostawa' }, expected: 6, expectedRange: { low: 2, high: 11 }, came: 17, p: 0.0009, beganAt: at(1), times: 9, rows: rows('tickets-opened', 1, ['reason', 'r22']), causes: ['change-of-ours', 'one-channel'], advice: ['mend-the-cause', 'better-communication'], evidence: { markedDays: [{ name: 'Nowy magazyn', at: at(2) }], group: { by: 'channel', id: 'email', name: 'email', now: 14, before: 3.5 } } }),
  warning('w1', 'complaints-rise', { ...placeOf('l3'), expected: 5.8, expectedRange: { low: 3.4, high: 9.2 }, came: 17, p: 1 / 3000, beganAt: at(2), times: 41, rows: rows('complaints', 2, ['location', 'l3']), causes: ['long-waiting', 'one-reason', 'more-contacts'], advice: ['call-back', 'automation-or-staff', 'read-the-rows'], evidence: { figures: [{ metric: 'first-response-median', now: 5400, before: 1260, n: 88, way: 'more' }, { metric: 'contacts-in', now: 61.4, before: 46.2, n: 430, way: 'more' }], group: { by: 'reason', id: 'r33', name: 'Uczulenie po zabiegu', now: 9, before: 1.2 } } }),
  warning('w4', 'silence', { expected: 12.4, expectedRange: { low: 4, high: 22 }, came: 0, p: 0.000_004, beganAt: ago(3), seenAt: ago(0.1), times: 12, n: 0, method: 'time-since-the-last', rows: { ...rows('contacts-in', 0, ['channel', 'email']) }, causes: ['system-fault'], advice: ['check-the-channel'] }),
  warning('w2', 'nps-falls', { ...placeOf('l2'), expected: 48, expectedRange: { low: 30, high: 62 }, came: 12, p: 0.003, n: 41, beganAt: at(5), times: 88, method: 'sum-of-scores', rows: rows('nps', 5, ['location', 'l2']), causes: ['bad-service', 'overloaded-team'], advice: ['audit-and-training', 'look-at-the-location', 'call-back'], evidence: { figures: [{ metric: 'csat', now: 0.71, before: 0.88, n: 52, way: 'fewer' }, { metric: 'sla-kept', now: 0.74, before: 0.93, n: 120, way: 'fewer' }] } }),
  warning('w5', 'no-feedback', { ...placeOf('l1'), came: 0, expected: 9.1, p: 0.0001, n: 64, beganAt: at(9), method: 'time-since-the-last', rows: rows('contacts-in', 9, ['location', 'l1']), causes: ['nobody-is-asked'], advice: ['invite-opinions'] }),
  warning('w6', 'sums-healed', { came: 3, n: 3, beganAt: ago(17), times: 1, causes: ['sums-were-wrong'], advice: ['nothing-to-do'] }),
  warning('w7', 'abandoned-rise', { state: 'snoozed', snoozedUntil: new Date(Date.now() + 16 * hour).toISOString(), expected: 4, expectedRange: { low: 1, high: 8 }, came: 13, p: 0.0002, beganAt: at(1), rows: rows('calls-abandoned', 1), causes: ['overloaded-team'], advice: ['automation-or-staff'], taskId: 'z3' }),
  warning('w8', 'sources-disagree', { state: 'dismissed', closedAt: ago(50), closedByName: 'Anna Wiśniewska', closedReason: 'known-cause', note: 'Centrala była wymieniana, wykaz przyszedł dzień później.', expected: 1.2, came: 31, p: 1e-9, beganAt: at(6), method: 'two-counts', rows: rows('contacts-in', 6), causes: ['entry-missing'], advice: ['record-what-is-missing', 'check-the-exchange'], evidence: { sides: { outside: 212, diary: 181 }, quieter: { times: 1, until: at(-40) } } }),
  warning('w9', 'little-feedback', { state: 'over', closedAt: ago(70), expected: 21, expectedRange: { low: 12, high: 31 }, came: 7, p: 0.0006, beganAt: at(14), rows: rows('answers', 14), causes: ['unclear-messages', 'fewer-invitations'], advice: ['invite-opinions', 'better-communication'] }),
]

/** As many as the budget bears, drawn the same every time. */
function replayOf(months: number, { falseAlarmsPerMonth, kinds, perLocation }: WarningSettings, empty: boolean): WarningReplay {
  const [from, to] = [new Date(Date.now() - months * 30.4 * day), new Date()]
  const names: WarningKind[] = ['complaints-rise', 'reason-rises', 'nps-falls', 'silence', 'abandoned-rise', 'little-feedback', 'fewer-good-reviews', 'no-feedback', 'step-falls']
  let seed = 7
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const all = Array.from({ length: Math.round(months * 34) }, (_, index) => {
    const kind = names[Math.floor(random() * names.length)]!
    const place = random() < 0.6 ? locations[Math.floor(random() * 3)]! : null
    const [when, weight] = [random(), random()]
    const scores = kind === 'nps-falls'
    const began = from.getTime() + when * (to.getTime() - from.getTime())
    return { index, weight, item: { kind, metric: scores ? 'nps' : kind === 'step-falls' ? 'csat' : kind === 'fewer-good-reviews' ? 'good-reviews' : null, locationId: place?.id ?? null, locationName: place?.name ?? null, subjectName: kind === 'reason-rises' ? 'Opóźniona dostawa' : kind === 'step-falls' ? 'Po wizycie' : null, at: new Date(Math.floor(began / hour) * hour).toISOString(), until: began + 5 * day > to.getTime() ? null : new Date(Math.floor((began + (1 + weight * 4) * day) / day) * day).toISOString(), expected: kind === 'step-falls' || kind === 'fewer-good-reviews' ? 0.84 : scores ? 47 : 5.5, came: kind === 'step-falls' || kind === 'fewer-good-reviews' ? 0.68 : scores ? 21 : kind === 'silence' || kind === 'no-feedback' ? 0 : 14, p: 0.0001 + weight * 0.004 } }
  })
  const borne = Math.min(1, (0.4 + falseAlarmsPerMonth * 0.85) / 34)
  const items = empty ? [] : all.filter(({ weight, item }) => weight < borne && kinds[item.kind]?.on !== false && (perLocation || item.locationId === null)).map(({ item }) => item).toSorted((one, other) => one.at.localeCompare(other.at))
  const places = perLocation ? 4 : 1
  const check = (kind: WarningKind, change: WarningReplay['checks'][number]['change'], volumePerDay: number, delayDays: number | null): WarningReplay['checks'] => (kinds[kind]?.on === false || empty ? [] : [{ kind, places, change, volumePerDay, level: falseAlarmsPerMonth / 2400, falseAlarmsPerMonth: falseAlarmsPerMonth / 10, detectable: delayDays !== null, delayDays: delayDays === null ? null : delayDays / (0.6 + 0.4 * Math.sqrt(falseAlarmsPerMonth / 2)) }])
  return {
    from: from.toISOString(), to: to.toISOString(), perMonth: items.length / months, items,
    checks: [...check('nps-falls', 'nps-15-points-down', 8.2, 16), ...check('complaints-rise', 'complaints-doubled', 3.1, 4), ...check('abandoned-rise', 'abandoned-doubled', 5.4, 3), ...check('little-feedback', 'answers-halved', 8.2, 9), ...check('silence', 'contacts-stop', 46, 0.16), ...check('no-feedback', 'no-answers-at-all', 46, 5), ...check('repeated-complaints', 'repeated-complaints-doubled', 0.2, null), ...check('fewer-good-reviews', 'good-reviews-15-points-down', 0.6, null), ...check('reason-rises', 'reason-doubled', 22, 6), ...check('step-falls', 'step-15-points-down', 4.7, 24)],
  }
}

export function answerWarnings(on: ReturnType<typeof createAnswer>, scenario: Scenario, tell: Tell): { raise: () => void } {
  const warnings = scenario.empty ? [] : someWarnings()
  let settings: WarningSettings = { falseAlarmsPerMonth: 2, perLocation: true, kinds: { 'reason-rises': { on: true, threshold: 1.5 } } }
  const find = (id: string): Warning => {
    const found = warnings.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such warning.')
    return found
  }
  on(routes.listWarnings, ({ query }) => paged(warnings.filter((each) => (!query.state || each.state === query.state) && (!query.kind || each.kind === query.kind) && (!query.locationId || each.locationId === query.locationId)), query))
  on(routes.getWarning, ({ params }) => find(params.id))
  on(routes.changeWarning, ({ params, body }) => {
    const found = find(params.id)
    if (body.state === 'snoozed' && body.until === undefined) throw new Refusal('invalid-input', 'Say until when.', { until: 'Say until when.' })
    Object.assign(found, { state: body.state, snoozedUntil: body.until ?? null, closedReason: body.state === 'dismissed' ? (body.reason ?? 'other') : null, closedByName: body.state === 'dismissed' ? 'Anna Wiśniewska' : null, closedAt: body.state === 'dismissed' ? ago(0) : null, note: body.note ?? found.note })
    return found
  })
  on(routes.makeWarningTask, ({ params }) => Object.assign(find(params.id), { taskId: 'z1' }))
  on(routes.getWarningSettings, () => settings)
  on(routes.changeWarningSettings, ({ body }) => (settings = body))
  on(routes.replayWarnings, ({ body }) => replayOf(body.months ?? 6, body.settings ?? settings, scenario.empty))
  return { raise: () => {
    warnings.unshift(warning(`n${warnings.length}`, 'repeated-complaints', { ...placeOf('l1'), expected: 0.6, came: 5, p: 0.0004, beganAt: at(0), seenAt: ago(0), times: 1, rows: rows('repeated-complaints', 0, ['location', 'l1']), causes: ['same-customers'], advice: ['call-back'] }))
    tell('insight.warningRaised', { warningId: warnings[0]!.id })
  } }
}
