// Memory of the whole after 10,000 mails, and how fast the second start is.
import { setTimeout as pause } from 'node:timers/promises'
import { measureIntake } from './intake.ts'
import { mb, ms, type Finding } from './ground/figures.ts'
import { descendants, memoryOf, postmasterOf, type BenchServer } from './ground/server.ts'

export async function benchFootprint(server: BenchServer): Promise<Finding[]> {
  await measureIntake(server, 10_000)
  await pause(3000)
  const postmaster = await postmasterOf(server.dataDir)
  const ofPostgres = [postmaster, ...(await descendants(postmaster))]
  const node = await memoryOf([server.pid, ...(await descendants(server.pid)).filter((pid) => !ofPostgres.includes(pid))])
  const postgres = await memoryOf(ofPostgres)
  await server.kill()
  await server.restart()
  return [
    { what: 'memory after 10,000 mails (PSS)', figure: mb(node + postgres), reference: `Node ${mb(node)}, PostgreSQL ${mb(postgres)}`, ratio: '', wanted: '< 500 MB', reached: node + postgres < 500 * 1024 * 1024 },
    { what: 'second start until ready', figure: ms(server.startedInMs), reference: '', ratio: '', wanted: '< 5 s', reached: server.startedInMs < 5000 },
  ]
}
