// Alert rules of the invented server: the real ready-made ones, in every state a rule can be in, and back-tests that run, stop and find.
import * as routes from '@kontuar/contracts'
import type { AlertBackTest, AlertRule, Locale, NewAlertRule } from '@kontuar/contracts'
import { listAlertFields } from '../../../server/src/modules/alerts/rules/fields/list-alert-fields.ts'
import { readyMadeRules } from '../../../server/src/modules/alerts/rules/ready-made/ready-made-rules.ts'
import type { Tx } from '../../../server/src/platform/db/database.ts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { locations } from './desk-data.ts'
import { ago, staff } from './people.ts'

const id = (n: number) => `01a22951-cb0a-7000-bbef-${String(n).padStart(12, '0')}`
/** As if nothing but two surveys had been stored: what the server itself says of fields and ready-made rules needs no more. */
const asked = { orgId: 1, query: (_sql: string, _given: unknown[], name: string) => Promise.resolve(name === 'choices-of-alerts-survey' ? [{ id: 'y1', name: 'Po wizycie' }, { id: 'y2', name: 'После покупки' }] : []) } as unknown as Tx

/** As the server says them; its own words would bring half of the server with them. */
const problems: Record<Locale, readonly string[]> = {
  pl: [`„${locations[3]!.name}” nie jest już w użyciu: reguła nie zobaczy tam niczego.`, 'Nikt z wskazanych osób nie jest teraz dostępny: powiadamiani są kierownicy. Wskaż innych odbiorców.'],
  ru: [`«${locations[3]!.name}» больше не используется: там правило ничего не увидит.`, 'Никого из указанных сейчас нет: узнают руководители. Укажите других.'],
  en: [`“${locations[3]!.name}” is no longer in use: the rule will see nothing there.`, 'None of the people named is there now: managers are told. Name others.'],
}

const day = 60 * 24
const states: readonly Partial<AlertRule['state'] & { active: boolean; broken: boolean }>[] = [
  { lastFiredAt: ago(7), open: 2, lastWeek: 4 }, { lastFiredAt: ago(day * 9) }, { lastFiredAt: ago(60 * 9), open: 1, lastWeek: 1 }, { active: false }, { lastFiredAt: ago(60 * 3), open: 7, lastWeek: 23 }, { lastFiredAt: ago(60 * 9), lastWeek: 12 },
  { lastFiredAt: ago(55), open: 1, lastWeek: 1, noData: 2 }, { broken: true }, {}, { active: false }, { lastFiredAt: ago(day * 3), lastWeek: 2 },
]
function ruleOf(given: NewAlertRule, n: number, locale: Locale): AlertRule {
  const { active = true, broken = false, ...state } = states[n] ?? {}
  return {
    id: id(90 + n), name: given.name, version: 1 + (n % 3), active: given.active ?? active, retired: false, since: ago(day * 40), definition: given.definition, delivery: given.delivery,
    problems: broken ? [...problems[locale]] : [],
    state: { lastFiredAt: null, open: 0, lastWeek: 0, noData: 0, lookedAt: ago(12), ...state }, createdByName: staff[1]!.name, updatedAt: ago(day * (3 + n)),
  }
}

type Result = NonNullable<AlertBackTest['result']>
const weekly = [1, 0, 2, 1, 3, 0, 0, 1, 2, 5, 4, 1, 0, 1, 2, 1, 0, 0, 3, 2, 1, 1, 2, 0, 1, 2]
const excerpts = ['Czekałam czterdzieści minut, nikt nie przeprosił.', 'Никто не перезвонил, хотя обещали до обеда.', 'The parcel came open and nobody answers the phone.', null]
function resultOf(noisy: boolean): Result {
  const weeks = weekly.map((alarms, i) => ({ from: ago(day * 7 * (weekly.length - i)), alarms: noisy ? alarms * 6 + 9 : alarms }))
  const alarms = weeks.reduce((sum, week) => sum + week.alarms, 0)
  const incident = (n: number, what: 'complaint' | 'lost-opinion' | 'warning') => ({ what, id: id(400 + n), at: ago(day * (6 + n * 9)), name: what === 'warning' ? 'nps-falls' : what === 'complaint' ? `#${12_400 + n} Reklamacja: wada fabryczna` : 'Po wizycie · 2 · Никто не перезвонил' })
  return {
    from: ago(day * 7 * weekly.length), to: ago(0), alarms, perWeek: alarms / weekly.length, weeks,
    items: Array.from({ length: Math.min(alarms, 60) }, (_, n) => ({
      at: ago(day * (1 + n * 2.7)), until: n % 5 === 4 ? ago(day * (0.4 + n * 2.7)) : null, key: `k${n}`, place: locations[n % 3]!.name,
      why: n % 5 === 4 ? { code: 'figure', metric: 'nps', test: 'falls', value: 21, before: 44, n: 120 } : { code: 'event', on: 'answer', score: n % 4, scaleMax: 10 },
      ticketId: n % 3 === 0 ? 'k0' : null, answerId: n % 5 === 4 ? null : 'a1', interactionId: null, excerpt: n % 5 === 4 ? null : excerpts[n % 4]!,
    })),
    people: [{ staffId: 's2', name: staff[1]!.name, perWeek: noisy ? 17.3 : 1.2, inTheNight: noisy ? 118 : 4 }, { staffId: 's3', name: staff[2]!.name, perWeek: noisy ? 6 : 0.4, inTheNight: 1 }],
    incidents: { caught: [0, 1, 2].map((n) => ({ ...incident(n, n === 2 ? 'warning' : 'complaint'), hoursBefore: 5 + n * 31 })), missed: [3, 4].map((n) => incident(n, 'lost-opinion')) },
    falseAlarms: { perMonth: noisy ? 48 : 0.7, method: noisy ? 'not-followed-by-anything' : 'shuffled-days' }, noData: noisy ? 0 : 2, noisy, noisyFor: noisy ? staff[1]!.name : null, heardSince: null, leftOut: noisy ? 12 : 0,
  }
}
const testOf = (testId: string, more: Partial<AlertBackTest>): AlertBackTest => ({ id: testId, state: 'running', done: 0, secondsLeft: null, detail: null, result: null, ...more })

export function answerAlertRules(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  let rules: AlertRule[] | null = scenario.empty ? [] : null
  const known = async (): Promise<AlertRule[]> => (rules ??= (await readyMadeRules(asked, scenario.locale)).map((rule, n) => ruleOf(rule, n, scenario.locale)))
  const find = async (wanted: string): Promise<AlertRule> => {
    const rule = (await known()).find((each) => each.id === wanted)
    if (!rule) throw new Refusal('not-found', 'There is no such alert rule.')
    return rule
  }
  /** Whoever asks to be told of every single answer. */
  const refuseNoisy = (given: Partial<NewAlertRule>) => {
    if (given.evenIfNoisy !== true && given.definition?.kind === 'event' && !given.definition.where) throw new Refusal('noisy-rule', 'This rule would have told somebody too often.', { perWeek: '17', alarms: '69', noisyFor: staff[1]!.name })
  }
  const refuseTaken = async (name: string | undefined, own: string | null) => {
    if ((await known()).some((rule) => rule.id !== own && rule.name.toLowerCase() === name?.toLowerCase())) throw new Refusal('conflict', 'There is an alert rule with this name already.', { name: 'is taken' })
  }
  on(routes.listAlertRules, async () => ({ items: await known(), next: null }))
  on(routes.getAlertRule, ({ params }) => find(params.id))
  on(routes.createAlertRule, async ({ body }) => {
    refuseNoisy(body)
    await refuseTaken(body.name, null)
    const made = ruleOf(body, (await known()).length + 20, scenario.locale)
    rules = [...await known(), made]
    return made
  })
  on(routes.changeAlertRule, async ({ params, body }) => {
    const rule = await find(params.id)
    refuseNoisy(body)
    await refuseTaken(body.name, rule.id)
    const { evenIfNoisy: _, ...part } = body
    return Object.assign(rule, part, { updatedAt: ago(0) })
  })
  on(routes.retireAlertRule, async ({ params }) => {
    const rule = await find(params.id)
    rules = (await known()).filter((each) => each !== rule)
    return { ok: true as const }
  })
  on(routes.listAlertFields, async ({ query }) => ({ items: await listAlertFields(asked, query.on ?? 'answer'), next: null }))
  on(routes.listReadyAlertRules, async ({ query }) => ({ items: await readyMadeRules(asked, query.language ?? scenario.locale), next: null }))

  const tests = new Map<string, AlertBackTest>([
    ['found', testOf('found', { state: 'done', done: 1, result: resultOf(false) })], ['noisy', testOf('noisy', { state: 'done', done: 1, result: resultOf(true) })],
    ['running', testOf('running', { done: 0.42, secondsLeft: 95 })], ['stopped', testOf('stopped', { state: 'stopped', done: 0.3 })], ['failed', testOf('failed', { state: 'failed', done: 0.3, detail: 'It took longer than ten minutes.' })],
    ['nothing', testOf('nothing', { state: 'done', done: 1, result: { ...resultOf(false), alarms: 0, perWeek: 0, weeks: [], items: [], people: [], incidents: { caught: [], missed: [] }, falseAlarms: { perMonth: null, method: 'none' }, noData: 0 } })],
  ])
  on(routes.startBackTest, ({ body }) => {
    const test = testOf(`asked-${tests.size}`, {})
    tests.set(test.id, { ...test, detail: body.definition.kind === 'event' && !body.definition.where ? 'noisy' : null })
    return test
  })
  on(routes.getBackTest, ({ params }) => {
    const test = tests.get(params.id)
    if (!test) throw new Refusal('not-found', 'There is no such back-test.')
    if (!params.id.startsWith('asked-') || test.state !== 'running') return test
    const done = Math.min(1, test.done + 0.25)
    const next = done < 1 ? { ...test, done, secondsLeft: Math.round((1 - done) * 8) } : testOf(test.id, { state: 'done', done, result: resultOf(test.detail === 'noisy') })
    tests.set(test.id, next)
    return { ...next, detail: null }
  })
  on(routes.stopBackTest, ({ params }) => {
    const test = testOf(params.id, { state: 'stopped', done: tests.get(params.id)?.done ?? 0 })
    tests.set(params.id, test)
    return test
  })
}
