// What facts, sums and readings cost the intake of mail: two servers of one machine, one of which keeps none, taking turns round by round.
// A round is over when every ticket exists, and then when no job waits for the worker any more: facts are written by then, their sums may follow.
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { percentile, type Finding } from './ground/figures.ts'
import { startServer, type BenchServer } from './ground/server.ts'
import { measureIntake } from './intake.ts'

const without = fileURLToPath(new URL('./ground/without-insight.ts', import.meta.url))

export async function benchIntakeFacts(server: BenchServer, rounds = 9, mails = 1500): Promise<Finding[]> {
  const bare = await startServer({ NODE_OPTIONS: `--import=${without}` })
  try {
    const servers = { with: server, without: bare }
    const sample = { with: [] as Round[], without: [] as Round[] }
    for (const name of ['with', 'without'] as const) await round(servers[name], 300)
    for (let i = 0; i < rounds; i++) {
      // Each of them begins every other time.
      for (const name of i % 2 === 0 ? ['with', 'without'] as const : ['without', 'with'] as const) sample[name].push(await round(servers[name], mails))
    }
    const told = (what: string, of: (r: Round) => number, wanted: boolean): Finding => {
      // Neighbours share the weather of the machine.
      const ratio = percentile(sample.with.map((r, i) => of(r) / of(sample.without[i]!)), 0.5)
      const middle = (rows: Round[]) => `${percentile(rows.map(of), 0.5).toFixed(0)}/s`
      return { what, figure: middle(sample.with), reference: `${middle(sample.without)} without facts`, ratio: ratio.toFixed(2), wanted: wanted ? '> 0.85' : '', reached: !wanted || ratio > 0.85 }
    }
    return [
      told('mails acknowledged, with facts', (r) => r.acknowledged, true),
      told('mails that have become tickets, with facts', (r) => r.tickets, true),
      told('mails with all that follows them done (words, views, clocks; facts, sums, readings)', (r) => r.settled, false),
    ]
  } finally {
    await bare.remove()
  }
}

interface Round { acknowledged: number; tickets: number; settled: number }

async function round(server: BenchServer, mails: number): Promise<Round> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const from = performance.now()
  const taken = await measureIntake(server, mails)
  const waiting = async () => (await client.query<{ n: number }>('select (select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts)::int as n')).rows[0]!.n
  while (await waiting() > 0) await pause(50)
  const settled = (mails / (performance.now() - from)) * 1000
  await client.end()
  return { ...taken, settled }
}
