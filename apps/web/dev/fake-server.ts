// `npm run fake -w apps/web` serves the built application with invented data; with `npm run dev` beside it, set KONTUAR_API
// to its address. Scenario by words: `-- empty`, `-- signed-out`, `-- setup`, `-- worker-down`, `-- paused`, `-- agent`.
import { buildFakeServer } from './fake/server.ts'

const words = new Set(process.argv.slice(2))
const app = await buildFakeServer({
  empty: words.has('empty'),
  signedIn: !words.has('signed-out') && !words.has('setup'),
  setupNeeded: words.has('setup'),
  worker: words.has('worker-down') ? 'down' : 'ok',
  paused: words.has('paused'),
  role: words.has('agent') ? 'agent' : 'administrator',
})
console.log(await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT'] ?? 0) }))
