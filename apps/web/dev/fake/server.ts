// An invented Kontuar: answers by the contracts, forgets everything when it stops, and serves the built application under
// the content security policy that the real server is asked to send (see vite.config.ts).
import { fileURLToPath } from 'node:url'
import serveStatic from '@fastify/static'
import websocket from '@fastify/websocket'
import { liveEvents, type LiveEvent } from '@kontuar/contracts'
import Fastify, { type FastifyInstance } from 'fastify'
import { answerProblems, createAnswer, usual, type Scenario } from './answer.ts'
import { answerAlertRules } from './alert-rules.ts'
import { answerAlerts } from './alerts.ts'
import { answerAsking } from './asking.ts'
import { answerDesk } from './desk.ts'
import { answerAnswers } from './feedback-answers.ts'
import { answerRecoveries } from './recoveries.ts'
import { answerResults } from './feedback-results.ts'
import { answerIdentity } from './identity.ts'
import { answerMailboxes } from './mailboxes.ts'
import { answerNumbers } from './numbers/index.ts'
import { answerReadings } from './readings.ts'
import { answerReports } from './reports.ts'
import { answerRoads } from './roads.ts'
import { answerSurveys } from './surveys.ts'
import { answerTickets } from './tickets.ts'

export const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export async function buildFakeServer(wanted: Partial<Scenario> = {}): Promise<FastifyInstance> {
  const scenario: Scenario = { ...usual, ...wanted }
  const app = Fastify({ forceCloseConnections: true })
  const events: LiveEvent[] = []
  const sockets = new Set<{ send(text: string): void }>()
  const batch = (from: number) => ({ type: 'events' as const, cursor: String(events.length), events: events.slice(from) })
  const tell = (name: string, ids: Record<string, string>) => {
    events.push({ name, at: new Date().toISOString(), ids })
    for (const socket of sockets) socket.send(JSON.stringify(batch(events.length - 1)))
  }
  await app.register(websocket)
  await app.register(serveStatic, { root: process.env['KONTUAR_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url)), wildcard: true })
  app.addHook('onSend', async (_request, reply) => void (reply.hasHeader('content-security-policy') || reply.header('content-security-policy', contentSecurityPolicy)))
  answerProblems(app)

  const on = createAnswer(app, scenario)
  answerIdentity(on, scenario)
  answerMailboxes(on, scenario)
  const desk = answerDesk(on, scenario)
  answerSurveys(on, scenario)
  answerAsking(on, scenario)
  answerRoads(on, scenario)
  answerAlerts(on, scenario)
  answerAlertRules(on, scenario)
  answerRecoveries(on, scenario)
  const answers = answerAnswers(on, scenario, app, tell)
  answerResults(on, scenario, answers)
  answerReadings(on, scenario, answerTickets(on, scenario, tell, app, desk), answers, desk)
  answerNumbers(on, scenario, app, tell)
  answerReports(on, scenario, tell)
  on(liveEvents, ({ query }) => batch(Number(query.after ?? events.length)))
  app.get('/api/v1/live', { websocket: true }, (socket, request) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; ticketId?: string | null }
      if (message.type === 'ping') socket.send('{"type":"pong"}')
      if (message.type === 'here' && message.ticketId) socket.send(JSON.stringify({ type: 'viewers', ticketId: message.ticketId, viewers: [{ staffId: 's2', name: 'Михаил Ковалёв', state: 'writing' }] }))
    })
    socket.send(JSON.stringify(batch(Number((request.query as { after?: string }).after ?? events.length))))
  })
  // Every address that is not a file is the application's.
  app.setNotFoundHandler((request, reply) => (request.url.startsWith('/api/') ? reply.status(404).send({ type: '/errors/not-found', title: 'Not there.', status: 404, code: 'not-found' }) : reply.sendFile('index.html')))
  return app
}
