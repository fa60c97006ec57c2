// For tests alone: an office that gets mail, and an endpoint that keeps what it is asked and can be told to misbehave.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import pg from 'pg'
import { expect } from 'vitest'
import type { Role } from '@kontuar/contracts'
import type { TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import type { IncomingMessage } from '../../diary/index.ts'
import { buildOrganization } from '../../identity/testing.ts'

export async function readingOffice(kontuar: TestKontuar) {
  const { db } = kontuar.platform
  const org = await buildOrganization(db)
  const mailboxId = await db.write(org.orgId, (tx) => buildMailbox(tx))
  const asked = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object, role: Role = 'administrator') => kontuar.ask(method, path, body, await kontuar.tokenOf(role, org))
  const ask = async (...given: Parameters<typeof asked>) => {
    const answer = await asked(...given)
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer.body
  }
  return {
    org, db, mailboxId, asked, ask,
    rows: <R extends object>(text: string, values: unknown[] = []) => db.read(org.orgId, (tx) => tx.query<R>(text, [org.orgId, ...values])),
    /** A mail by somebody who was never here: it begins a ticket. */
    mail: (text: string, given: Partial<IncomingMessage> = {}) =>
      db.write(org.orgId, (tx) => buildTicket(tx, mailboxId, { from: { name: 'Anna Nowak', address: `${newId()}@klient.example` }, text, visibleText: text, ...given })),
    readingOf: async (interactionId: string) => (await ask('GET', `/readings?interactionId=${interactionId}`)).items[0],
  }
}

/** What was put off becomes due: as if its time had passed. */
export async function letTimePass(kontuar: TestKontuar): Promise<void> {
  const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  await owner.connect()
  await owner.query('update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts = 0')
  await owner.end()
  await kontuar.runJobs()
}

export interface AskedOfEndpoint { path: string; headers: IncomingHttpHeaders; body: { model: string; messages: { role: string; content: string }[]; temperature?: number; response_format?: object } }
export interface EndpointDouble {
  url: string
  asked: AskedOfEndpoint[]
  answer: (asked: AskedOfEndpoint, response: ServerResponse) => void
  close(): Promise<void>
}

export const says = (content: unknown) => (_: AskedOfEndpoint, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) } }] }))
}

export async function openEndpointDouble(): Promise<EndpointDouble> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const asked = { path: request.url!, headers: request.headers, body: JSON.parse(Buffer.concat(pieces).toString('utf8')) as AskedOfEndpoint['body'] }
      double.asked.push(asked)
      double.answer(asked, response)
    })
  })
  server.on('connection', (socket: Socket) => { sockets.add(socket) })
  const double: EndpointDouble = {
    url: '', asked: [], answer: says({ language: 'pl', sentiment: 'neutral', confidence: 0.8 }),
    close: () => new Promise((resolve) => { for (const socket of sockets) socket.destroy(); server.close(() => resolve()) }),
  }
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return double
}
