// Dashboards of nine tiles over 30 days and 24 months, with facts of 10,000,000 interactions (KONTUAR_BENCH_INTERACTIONS makes it smaller),
// through POST /metrics/read; the very same questions of one of them answered fact by fact stand beside them, and a read by primary key through the same stack.
// Then: from a recorded contact to the figure on an open dashboard, and what a thousand open dashboards cost.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { WebSocket } from 'ws'
import { readyMade } from '../apps/server/src/modules/insight/dashboards/ready-made.ts'
import { tileQueries } from '../apps/server/src/modules/insight/dashboards/index.ts'
import { fillFacts } from './ground/fill-facts.ts'
import { ms, percentile, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const interactions = Number(process.env['KONTUAR_BENCH_INTERACTIONS'] ?? 10_000_000)
/** Always true, and nothing the planner recognises as a member of a dimension: such questions are answered fact by fact. */
const factByFact = { combinator: 'or', rules: [{ field: 'channel', operator: 'notNull' }, { field: 'channel', operator: 'null' }] }

export async function benchInsight(server: BenchServer, rounds = 30): Promise<Finding[]> {
  const filled = await fillFacts(server.ownerUrl, interactions)
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`
  console.error(`  ${filled.facts.toLocaleString('en')} facts in ${filled.fillSeconds.toFixed(0)} s, summed in ${filled.sumSeconds.toFixed(0)} s; facts ${gigabytes(filled.bytes.facts)}, sums ${gigabytes(filled.bytes.sums)}, bins ${gigabytes(filled.bytes.bins)}`)
  const ask = async (path: string, body?: unknown) => {
    const from = performance.now()
    const response = await fetch(`${server.url}/api/v1${path}`, { method: body === undefined ? 'GET' : 'POST', headers: { authorization: `Bearer ${server.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const answer = (await response.json()) as { results?: { problem?: { detail: string }; figure?: { n: number } }[]; items?: { id: string }[] }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 300)}`)
    const problem = answer.results?.find((r) => r.problem)?.problem
    if (problem) throw new Error(problem.detail)
    return { took: performance.now() - from, answer }
  }
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
  const atPlace = { combinator: 'and', rules: [{ field: 'location', operator: '=', value: filled.locationId }] }
  const dashboards = { owner: { of: 'owner', where: null }, 'contact centre': { of: 'contact-centre', where: null }, 'shop, one location': { of: 'shop', where: atPlace } } as const
  // Shifted by a day at each round, so that no answer is one remembered from a second ago.
  const queries = (name: keyof typeof dashboards, days: number, round: number, where: object | null) => readyMade[dashboards[name].of].definition.tiles.flatMap((tile) => tileQueries(tile.kind === 'line' && days > 100 ? { ...tile, step: 'day' } : tile, { period: { from: day(days + round), to: day(round - 1) }, compare: 'before', where: where as never }))
  await ask('/interactions', { kind: 'visit', channel: 'visit', customer: { name: 'Ewa' }, request: 'Pytanie' })
  const customer = (await ask('/customers?limit=1')).answer.items![0]!.id
  const findings: Finding[] = []
  for (const [days, bound] of [[30, 100], [730, 300]] as const) {
    for (const name of Object.keys(dashboards) as (keyof typeof dashboards)[]) {
      const sample = { sums: [] as number[], key: [] as number[] }
      for (let i = 0; i < rounds + 3; i++) {
        const { took } = await ask('/metrics/read', { queries: queries(name, days, i + 1, dashboards[name].where) })
        const { took: key } = await ask(`/customers/${customer}`)
        if (i >= 3) { sample.sums.push(took); sample.key.push(key) }
      }
      // Of one dashboard, once: over two years it takes minutes.
      const facts = name === 'owner' ? [await ask('/metrics/read', { queries: queries(name, days, 200, factByFact) }).then((r) => r.took, () => Number.NaN)] : []
      const p95 = percentile(sample.sums, 0.95)
      const raw = facts.filter((t) => !Number.isNaN(t))
      findings.push({ what: `${name}, ${days === 30 ? '30 days' : '24 months'}, ${interactions.toLocaleString('en')} interactions, p95`, figure: ms(p95), reference: `${facts.length === 0 ? '' : `fact by fact ${raw.length === 0 ? 'longer than is allowed' : ms(raw[0]!)}; `}by key ${ms(percentile(sample.key, 0.95))}`, ratio: raw.length === 0 ? '' : (p95 / raw[0]!).toFixed(4), wanted: `< ${bound} ms`, reached: p95 < bound })
      console.error(`  ${Object.values(findings.at(-1)!).join(' | ')}; p50 ${ms(percentile(sample.sums, 0.5))}`)
    }
  }
  return [...findings, await fromRecordToFigure(server, ask), await thousandDashboards(server, ask, queries('owner', 30, 1, null))]
}

type Ask = (path: string, body?: unknown) => Promise<{ took: number; answer: { results?: { figure?: { n: number } }[] } }>

/** A dashboard hears of new facts on its socket and asks again; until its figure has grown. */
async function fromRecordToFigure(server: BenchServer, ask: Ask): Promise<Finding> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`, { headers: { authorization: `Bearer ${server.token}` } })
  await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject) })
  let heard = () => {}
  socket.on('message', (data) => { if (String(data).includes('insight.factsNoted')) heard() })
  const query = { queries: [{ metric: 'contacts-in', from: new Date().toISOString().slice(0, 10), to: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) }] }
  const read = async () => (await ask('/metrics/read', query)).answer.results![0]!.figure!.n
  const took: number[] = []
  for (let i = 0; i < 30; i++) {
    await pause(1100)
    const before = await read()
    const told = new Promise<void>((resolve) => { heard = resolve })
    const from = performance.now()
    await ask('/interactions', { kind: 'visit', channel: 'visit', customer: { name: `Ewa ${i}` }, request: 'Pytanie' })
    await told
    while (await read() <= before) await pause(20)
    took.push(performance.now() - from)
  }
  socket.terminate()
  const p95 = percentile(took, 0.95)
  return { what: 'from a contact recorded to its figure read again, p95', figure: ms(p95), reference: `p50 ${ms(percentile(took, 0.5))}`, ratio: '', wanted: '< 1,000 ms', reached: p95 < 1000 }
}

/** A thousand ask at once, five seconds long, each once a second: how often does anybody read for them? */
async function thousandDashboards(server: BenchServer, ask: Ask, queries: unknown[]): Promise<Finding> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  // Every read of sums looks for their series first. What a connection has counted is known to all after ten seconds at rest.
  const reads = async () => {
    await pause(11_000)
    return Number((await client.query<{ n: string }>(`select seq_scan + idx_scan as n from pg_stat_user_tables where relname = 'fact_series'`)).rows[0]!.n)
  }
  await ask('/metrics/read', { queries })
  const one = await reads()
  await ask('/metrics/read', { queries })
  const before = await reads()
  const once = before - one
  const from = performance.now()
  let asked = 0
  for (let second = 0; second < 5; second++) {
    await Promise.all(Array.from({ length: 200 }, async () => { await ask('/metrics/read', { queries }); asked++ }))
    await pause(Math.max(0, from + (second + 1) * 1000 - performance.now()))
  }
  const seconds = (performance.now() - from) / 1000
  const each = (await reads() - before) / Math.max(1, once)
  await client.end()
  // The first may begin at once, the others a second after the one before.
  const most = Math.floor(seconds) + 1
  return { what: `reads for each question while ${asked.toLocaleString('en')} dashboards ask in ${seconds.toFixed(1)} s`, figure: each.toFixed(1), reference: `${once} looks for series for one dashboard`, ratio: '', wanted: `≤ ${most}`, reached: each <= most }
}
