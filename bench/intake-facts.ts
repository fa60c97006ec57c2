// What facts, and what reading texts, cost the intake of mail: three servers of one machine taking turns round by round; one keeps no facts, one
// reads nothing either. A round is over when every ticket exists, and then when nothing waits any more: facts are written by then, their sums
// may follow.
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { percentile, type Finding } from './ground/figures.ts'
import { startServer, type BenchServer } from './ground/server.ts'
import { measureIntake } from './intake.ts'

const noFacts = fileURLToPath(new URL('./ground/without-facts.ts', import.meta.url))
const nothing = fileURLToPath(new URL('./ground/without-insight.ts', import.meta.url))
const startWith = (imported: string) => startServer({ NODE_OPTIONS: `--import=${imported}` })

export async function benchIntakeFacts(server: BenchServer, rounds = 9, mails = 1200): Promise<Finding[]> {
  const servers = { all: server, noFacts: await startWith(noFacts), nothing: await startWith(nothing) }
  const names = Object.keys(servers) as (keyof typeof servers)[]
  try {
    const sample: Record<keyof typeof servers, Round[]> = { all: [], noFacts: [], nothing: [] }
    for (const name of names) await round(servers[name], 300)
    // Each of them begins every third time.
    for (let i = 0; i < rounds; i++) for (let k = 0; k < names.length; k++) { const name = names[(i + k) % names.length]!; sample[name].push(await round(servers[name], mails)) }
    const told = (what: string, of: (r: Round) => number, [dearer, cheaper]: [keyof typeof servers, keyof typeof servers], wanted: boolean): Finding => {
      // Neighbours share the weather of the machine.
      const ratio = percentile(sample[dearer].map((r, i) => of(r) / of(sample[cheaper][i]!)), 0.5)
      const middle = (rows: Round[]) => `${percentile(rows.map(of), 0.5).toFixed(0)}/s`
      return { what, figure: middle(sample[dearer]), reference: `${middle(sample[cheaper])} without`, ratio: ratio.toFixed(2), wanted: wanted ? '> 0.85' : '', reached: !wanted || ratio > 0.85 }
    }
    return [
      told('mails acknowledged, with facts', (r) => r.acknowledged, ['all', 'noFacts'], true),
      told('mails that have become tickets, with facts', (r) => r.tickets, ['all', 'noFacts'], true),
      told('mails with all that follows them done, with facts', (r) => r.settled, ['all', 'noFacts'], false),
      told('mails acknowledged, read (4 KB each)', (r) => r.acknowledged, ['noFacts', 'nothing'], false),
      told('mails that have become tickets, read', (r) => r.tickets, ['noFacts', 'nothing'], false),
      told('mails with all that follows them done, read', (r) => r.settled, ['noFacts', 'nothing'], false),
    ]
  } finally {
    await servers.noFacts.remove()
    await servers.nothing.remove()
  }
}

interface Round { acknowledged: number; tickets: number; settled: number }

async function round(server: BenchServer, mails: number): Promise<Round> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const from = performance.now()
  const taken = await measureIntake(server, mails)
  const waiting = async () => (await client.query<{ n: number }>('select ((select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts) + (select count(*) from event_waiting))::int as n')).rows[0]!.n
  while (await waiting() > 0) await pause(50)
  const settled = (mails / (performance.now() - from)) * 1000
  await client.end()
  return { ...taken, settled }
}
