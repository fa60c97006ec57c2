import { startServer } from '/work/main/bench/ground/server.ts'
import { fillFacts } from '/work/main/bench/ground/fill-facts.ts'
import { writeFileSync } from 'node:fs'
const server = await startServer()
const filled = await fillFacts(server.ownerUrl, Number(process.env.N ?? 500000))
writeFileSync('/tmp/perf.json', JSON.stringify({ url: server.url, ownerUrl: server.ownerUrl, token: server.token, pid: server.pid, filled }))
console.log(JSON.stringify(filled))
process.on('SIGTERM', async () => { await server.remove(); process.exit(0) })
setInterval(() => {}, 1e6)
