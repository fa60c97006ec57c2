// Filled reports as the module makes them, for looking at and for tests: a salon, one shop of a chain of forty, a telecom; and what
// is empty, too few or hostile. Figures are drawn from a fixed seed.
import type { FilledBlock, FilledReport, Locale, MetricFigure, MetricGroup, MetricInfo, MetricPoint, MetricResult, Tile } from '@kontuar/contracts'
import { fixtureWords } from './fixture-words.fixture.ts'

type Unit = MetricInfo['unit']
const dayMs = 86_400_000
const madeAt = '2026-11-30T06:02:00Z'
const [from, to] = ['2026-11-22T23:00:00Z', '2026-11-29T23:00:00Z']

export function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

export const metric = (name: string, label: string, unit: Unit, more: Partial<MetricInfo> = {}): MetricInfo => ({
  name, label, unit, family: 'feedback', direction: 'up', shownFrom: 5, form: unit === 'count' ? { form: 'count', of: [] } : unit === 'seconds' ? { form: 'quantile', of: [], p: 0.5 } : unit === 'points' ? { form: 'nps' } : { form: 'share', of: [] }, interval: unit === 'count' ? 'poisson' : 'wilson',
  explanation: '', trap: '', dimensions: ['location'], steps: true, own: null, note: null, ...more,
})
/** How wide an interval is that rests on n. */
const spread = (unit: Unit, value: number, n: number) => (unit === 'share' ? 1.96 * Math.sqrt(Math.max(0.02, value * (1 - value)) / Math.max(1, n)) : unit === 'points' ? 165 / Math.sqrt(Math.max(1, n)) : unit === 'score' ? 2 / Math.sqrt(Math.max(1, n)) : value / Math.sqrt(Math.max(1, n)))
export function figure({ unit, shownFrom }: MetricInfo, value: number | null, n: number): MetricFigure {
  if (value === null) return { value: null, interval: null, n, shown: true, parts: {} }
  const [low, high] = [value - spread(unit, value, n), value + spread(unit, value, n)]
  const clamp = (each: number) => (unit === 'share' ? Math.min(1, Math.max(0, each)) : unit === 'points' ? Math.min(100, Math.max(-100, each)) : Math.max(0, each))
  return { value, interval: { low: clamp(low), high: clamp(high) }, n, shown: unit === 'count' || n >= shownFrom, parts: {} }
}
export const result = (info: MetricInfo, value: number | null, n: number, more: Partial<MetricResult> = {}): MetricResult => ({ metric: info.name, from, to, figure: figure(info, value, n), change: null, groups: null, points: null, distribution: null, heat: null, at: madeAt, read: { from: 'sums' }, ...more })
export const changed = (info: MetricInfo, now: number, before: number, n: number, real: boolean): MetricResult['change'] => {
  const wide = spread(info.unit, before, n) * (real ? 0.4 : 2.5)
  return { before: figure(info, before, n), from: '2026-11-15T23:00:00Z', to: from, change: now - before, interval: { low: now - before - wide, high: now - before + wide }, real }
}
export function points(info: MetricInfo, around: number, n: number, days: number, random: () => number): MetricPoint[] {
  return Array.from({ length: days }, (_, index) => {
    const begin = Date.parse(to) - (days - index) * dayMs
    const off = [0, 6].includes(new Date(begin + dayMs / 2).getUTCDay())
    const each = Math.max(0, Math.round(n / days * (off ? 0.4 : 1.2) * (0.7 + random() * 0.6)))
    const value = info.unit === 'count' ? each : info.unit === 'share' ? Math.min(0.99, around + (random() - 0.5) * 0.16) : around + (random() - 0.5) * (info.unit === 'points' ? 30 : around * 0.5)
    return { from: new Date(begin).toISOString(), to: new Date(begin + dayMs).toISOString(), figure: figure(info, value, each), band: { low: info.unit === 'count' ? (off ? 0.2 : 0.8) * n / days : info.unit === 'points' ? around - 18 : around * 0.85, high: info.unit === 'count' ? (off ? 0.6 : 1.6) * n / days : info.unit === 'points' ? around + 18 : Math.min(info.unit === 'share' ? 1 : Infinity, around * 1.15) }, off }
  })
}
export const groups = (info: MetricInfo, given: readonly (readonly [key: string, name: string, value: number | null, n: number])[], whole: number): MetricGroup[] => given.map(([key, name, value, n]) => {
  const limit = spread(info.unit, whole, n) * 1.6
  return { key, name, figure: figure(info, value, n), outside: value === null || info.unit === 'count' ? null : value > whole + limit ? 'above' : value < whole - limit ? 'below' : null, limits: { low: whole - limit, high: whole + limit } }
})
let places = 0
export const tile = (kind: Tile['kind'], title: string, metrics: readonly MetricInfo[], results: readonly MetricResult[], more: Partial<Tile> & { network?: readonly MetricResult[] } = {}): FilledBlock => {
  const { network, ...rest } = more
  const id = `b${++places}`
  return { id, kind: 'tile', title, tile: { id, kind, metrics: metrics.map(({ name }) => name), width: kind === 'number' ? 1 : 2, height: kind === 'number' ? 1 : 2, ...rest }, metrics: [...metrics], results: [...results], network: network ? [...network] : null }
}

export const reportOf = (language: Locale, more: Partial<FilledReport>): FilledReport => ({
  reportId: 'rep_1', title: '', organizationName: '', colour: '#0f766e', logo: null, language, zone: 'Europe/Warsaw', periodFrom: from, periodTo: to, periodName: '', compareName: null, scope: null, scopeName: null, comment: '', madeAt, link: 'https://kontuar.example/reports/rep_1?for=loc_7&period=last-week', because: null, pauseLink: 'https://kontuar.example/r/5fX2', blocks: [], ...more,
})

/** What a shop manager of a chain of forty gets each week. */
export function shopReport(language: Locale, seed = 7): FilledReport {
  const random = randomFrom(seed)
  const words = fixtureWords[language]
  const m = words.metrics
  const nps = metric('nps', m.nps, 'points')
  const csat = metric('csat', m.csat, 'share')
  const response = metric('first-response-median', m.response, 'seconds', { family: 'service', direction: 'down', shownFrom: 5 })
  const incoming = metric('contacts-in', m.incoming, 'count', { family: 'service', direction: 'neither', shownFrom: 0 })
  const complaints = metric('complaints', m.complaints, 'count', { family: 'quality', direction: 'down', shownFrom: 0 })
  const ces = metric('ces', m.ces, 'share')
  const asked = [metric('delivered', m.delivered, 'count', { shownFrom: 0 }), metric('opened', m.opened, 'count', { shownFrom: 0 }), metric('answered', m.answered, 'count', { shownFrom: 0 })] as const
  const shops = words.cities.map((name, index) => [`loc_${index}`, name, 30 + Math.round(random() * 45), index === 33 ? 3 : 12 + Math.round(random() * 160)] as const)
  const reasons = words.reasons.map((name, index) => [`rea_${index}`, name, Math.round(60 / (index + 1) + random() * 6), 40] as const)
  const title = words.shop
  return reportOf(language, {
    title: title.title, organizationName: title.organization, periodName: title.period, compareName: title.compare, scope: { by: 'location', key: 'loc_7', ids: ['loc_7'], name: words.cities[7]! }, scopeName: words.cities[7]!, comment: title.comment, because: title.because,
    blocks: [
      { id: 's', kind: 'summary', title: words.titles.summary, sentences: title.sentences.map(([text, tone, real], index) => ({ metric: `m${index}`, text, tone, real })) },
      tile('number', m.nps, [nps], [result(nps, 52, 84, { change: changed(nps, 52, 31, 79, true), points: points(nps, 48, 84 * 4, 28, random) })], { network: [result(nps, 41, 3120)] }),
      tile('number', m.csat, [csat], [result(csat, 0.83, 84, { change: changed(csat, 0.83, 0.8, 79, false), points: points(csat, 0.81, 84 * 4, 28, random) })], { network: [result(csat, 0.79, 3120)] }),
      tile('number', m.response, [response], [result(response, 5880, 131, { change: changed(response, 5880, 4260, 118, true), points: points(response, 5000, 900, 28, random) })], { network: [result(response, 7020, 5210)] }),
      tile('number', m.ces, [ces], [result(ces, 0.9, 4)], { network: [result(ces, 0.71, 402)] }),
      tile('line', `${m.nps}: ${words.titles.overTime}`, [nps], [result(nps, 52, 84, { points: points(nps, 48, 84 * 6, 28, random) })], { network: [result(nps, 41, 3120, { points: points(nps, 41, 9000, 28, random) })] }),
      tile('line', m.incoming, [incoming], [result(incoming, 412, 412, { points: points(incoming, 0, 412, 28, random) })]),
      tile('bars', words.titles.reasons, [complaints], [result(complaints, 140, 140, { groups: groups(complaints, [...reasons, ['', '', 9, 9]], 0).map((group) => (group.key === '' ? { ...group, key: null } : group)) })], { by: 'reason' }),
      tile('distribution', m.response, [response], [result(response, 5880, 131, { distribution: [12, 18, 31, 28, 20, 11, 7, 4].map((n, index) => ({ from: index === 0 ? 0 : 900 * 2 ** (index - 1), to: 900 * 2 ** index, n })) })]),
      { id: 'r', kind: 'ranking', title: words.titles.ranking, metric: nps, by: 'location', result: result(nps, 41, 3120, { groups: groups(nps, shops, 41) }), own: ['loc_7'] },
      tile('network', words.titles.network, [nps], [result(nps, 41, 3120, { groups: groups(nps, shops, 41) })], { width: 4, height: 3 }),
      tile('heat', words.titles.heat, [incoming], [result(incoming, 412, 412, { heat: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, figure: figure(incoming, hour < 8 || hour > 19 || weekday === 7 ? 0 : Math.round(random() * 14 + (hour === 11 ? 8 : 0)), 1) })).map((cell) => ({ ...cell, figure: { ...cell.figure, n: cell.figure.value! } }))) })]),
      tile('funnel', words.titles.funnel, asked, [result(asked[0], 320, 320), result(asked[1], 171, 171), result(asked[2], 84, 84)]),
      tile('table', words.titles.table, [nps, csat, incoming], [result(nps, 52, 84, { groups: groups(nps, words.people.map((name, i) => [`p${i}`, name, i === 4 ? 20 : 30 + i * 9, i === 4 ? 2 : 14 + i * 3] as const), 50) }), result(csat, 0.83, 84, { groups: groups(csat, words.people.map((name, i) => [`p${i}`, name, 0.7 + i * 0.04, i === 4 ? 2 : 14 + i * 3] as const), 0.8) }), result(incoming, 412, 412, { groups: groups(incoming, words.people.map((name, i) => [`p${i}`, name, 90 - i * 11, 90 - i * 11] as const), 0) })], { by: 'staff', width: 4 }),
      { id: 'l', kind: 'loops', title: words.titles.loops, more: 3, items: title.loops.map(([customer, score, owner, cause, remedy, state, recovered], index) => ({ id: `rec_${index}`, openedAt: new Date(Date.parse(from) + index * 20 * 3_600_000).toISOString(), customerName: customer, score, scaleMax: 10, state, ownerName: owner, causeName: cause, remedy, contactedAt: null, recovered })) },
      { id: 'c', kind: 'comments', title: words.titles.comments, more: 12, items: title.comments.map(([text, score, becameOf], index) => ({ answerId: `ans_${index}`, at: new Date(Date.parse(from) + index * 31 * 3_600_000).toISOString(), score, scaleMax: 10, text, locationName: words.cities[7]!, ticketNumber: index % 2 === 0 ? 1042 + index : null, becameOf, recoveryId: becameOf === null ? null : `rec_${index}` })) },
      { id: 't', kind: 'tickets', title: words.titles.tickets, more: 4, items: title.tickets.map(([subject, customer, owner], index) => ({ id: `tic_${index}`, number: 1042 + index * 17, subject, customerName: customer, ownerName: owner, queueName: null, locationName: words.cities[7]!, dueAt: new Date(Date.parse(madeAt) - (index + 1) * 9.4 * 3_600_000).toISOString(), createdAt: from, missing: [] })) },
      { id: 'x', kind: 'text', text: title.closing },
    ],
  })
}

/** The longest words and names a report meets. */
export function telecomReport(language: Locale): FilledReport {
  const report = shopReport(language, 3)
  const { telecom, long } = fixtureWords[language]
  return { ...report, ...telecom, colour: '#7a1f5c', zone: 'Asia/Almaty', blocks: report.blocks.map((block): FilledBlock => (block.kind === 'tile' ? { ...block, title: `${block.title} ${long}` } : block.kind === 'tickets' ? { ...block, items: Array.from({ length: 40 }, (_, index) => ({ ...block.items[index % block.items.length]!, number: 100_000 + index, subject: `${long} ${block.items[index % block.items.length]!.subject}` })) } : block)) }
}

/** A salon of three, by the month, with little to say. */
export function salonReport(language: Locale): FilledReport {
  const { salon, metrics: m } = fixtureWords[language]
  const csat = metric('csat', m.csat, 'share')
  const incoming = metric('contacts-in', m.incoming, 'count', { family: 'service', direction: 'neither', shownFrom: 0 })
  const few = [1, 0, 2, 1].map((n, index): MetricPoint => ({ from: new Date(Date.parse(from) + index * 7 * dayMs).toISOString(), to: new Date(Date.parse(from) + (index + 1) * 7 * dayMs).toISOString(), figure: figure(csat, n === 0 ? null : 1, n), band: null, off: false }))
  return reportOf(language, {
    ...salon, colour: '#b3541e', blocks: [
      tile('number', m.csat, [csat], [result(csat, 1, 4)]), tile('number', m.incoming, [incoming], [result(incoming, 37, 37, { change: changed(incoming, 37, 41, 41, false) })]),
      tile('line', m.csat, [csat], [result(csat, 1, 4, { points: few })]), tile('bars', m.csat, [csat], [result(csat, null, 0, { groups: [] })], { by: 'staff' }),
      { id: 'c', kind: 'comments', title: fixtureWords[language].titles.comments, more: 0, items: [] }, { id: 't', kind: 'tickets', title: fixtureWords[language].titles.tickets, more: 0, items: [] }, { id: 'l', kind: 'loops', title: fixtureWords[language].titles.loops, more: 0, items: [] },
      { id: 'r', kind: 'ranking', title: fixtureWords[language].titles.ranking, metric: csat, by: 'staff', result: { problem: { code: 'not-found', detail: salon.title } }, own: [] },
    ],
  })
}

export const emptyReport = (language: Locale): FilledReport => reportOf(language, { ...fixtureWords[language].salon, comment: '', because: null, pauseLink: null, blocks: [] })

export const nasty = [
  '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;', 'مرحبا بالعالم שלום עולם \u202egnp.exe\u202c', '👍👎🧑‍🔧 ❤️ 日本語 ไทย', '\u0000\u0007\u001b[31mred\u001b[0m\u200b\u00ad\ufeff\u2028x\u2029y', '**bold [x](javascript:alert(1)) [y](data:text/html,hi) [z](https://ok.example/?a="b"&c=<d>)**', '=HYPERLINK("http://evil.example","x")', 'W'.repeat(10_000), 'слово '.repeat(2000), '- a\n- b\n\n\n\n1. c\n2. d\n'.repeat(30), '\ud83d lone surrogate \udc4d', '\\( \\) (( %PDF /Obj << >> endstream endobj', '‱𝒳𝒴𝒵 ﷽ ⠿',
] as const
/** Every text of it is hostile. */
export function hostileReport(language: Locale, which: readonly string[] = nasty): FilledReport {
  const report = shopReport(language)
  let next = 0
  const bad = () => which[next++ % which.length]!
  const short = () => bad().slice(0, 300)
  return {
    ...report, title: short(), organizationName: short(), periodName: short(), compareName: short(), scopeName: short(), comment: bad(), because: short(), colour: 'javascript:red',
    blocks: report.blocks.map((block): FilledBlock => {
      switch (block.kind) {
        case 'tile': return { ...block, title: short(), metrics: block.metrics.map((each) => ({ ...each, label: short() })), results: block.results.map((each) => ('problem' in each ? each : { ...each, groups: each.groups?.map((group) => ({ ...group, name: short() })) ?? null })) }
        case 'summary': return { ...block, title: short(), sentences: block.sentences.map((sentence) => ({ ...sentence, text: bad() })) }
        case 'text': return { ...block, text: which.join('\n\n') }
        case 'ranking': return { ...block, title: short(), result: 'problem' in block.result ? block.result : { ...block.result, groups: block.result.groups!.map((group) => ({ ...group, name: short() })) } }
        case 'tickets': return { ...block, title: short(), items: block.items.map((item) => ({ ...item, subject: bad(), customerName: short(), ownerName: short(), locationName: short() })) }
        case 'comments': return { ...block, title: short(), items: which.map((text, index) => ({ ...block.items[0]!, answerId: `a${index}`, text, locationName: short(), becameOf: short() })) }
        case 'loops': return { ...block, title: short(), items: block.items.map((item) => ({ ...item, customerName: short(), remedy: bad(), causeName: short(), state: short() })) }
        case 'break': return block
      }
    }),
  }
}
