// A separate process that starts PostgreSQL and keeps it, to be killed by a test. Prints one line of JSON.
import { startPostgres } from './index.ts'

const [dataDir = '', patience = '10000'] = process.argv.slice(2)
try {
  const { ownerUrl, reused } = await startPostgres({ dataDir, patienceMs: Number(patience), log: { info() {}, warn() {} } })
  console.log(JSON.stringify({ ownerUrl, reused }))
  setInterval(() => {}, 1_000)
} catch (error) {
  console.log(JSON.stringify({ refused: (error as Error).message }))
}
