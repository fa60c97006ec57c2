// For tests alone: a gateway for text messages that keeps what it is sent and can be told to misbehave.
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { SmsGatewayBody } from '@kontuar/contracts'

export interface TakenSms { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string }

export interface GatewayDouble {
  url: string
  taken: TakenSms[]
  /** Default: 200 with an id. */
  answer: (sms: TakenSms, response: ServerResponse) => void
  close(): Promise<void>
}

export async function openGatewayDouble(): Promise<GatewayDouble> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const url = new URL(request.url!, 'http://gateway.example')
      const sms = { method: request.method!, path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(pieces).toString('utf8') }
      double.taken.push(sms)
      double.answer(sms, response)
    })
  })
  server.on('connection', (socket: Socket) => { sockets.add(socket) })
  const double: GatewayDouble = {
    url: '', taken: [], answer: takes,
    close: () => new Promise((resolve) => { for (const socket of sockets) socket.destroy(); server.close(() => resolve()) }),
  }
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
  return double
}

export const takes = (_: TakenSms, response: ServerResponse) => { response.writeHead(200, { 'content-type': 'application/json' }).end('{"messages":[{"id":"gw-1"}]}') }
export const answers = (status: number, body = '', headers: Record<string, string> = {}) => (_: TakenSms, response: ServerResponse) => { response.writeHead(status, headers).end(body) }

/** A body for PUT /sms-gateway. */
export const gatewaySettings = (url: string, given: Partial<SmsGatewayBody> = {}): SmsGatewayBody => ({
  active: true, url, method: 'POST', contentType: 'json', template: '{"to": "{{to}}", "message": "{{text}}", "from": "{{sender}}", "ref": "{{reference}}"}', sender: 'Salon', headers: [{ name: 'Authorization', secret: true, value: 'Bearer klucz-tajny' }],
  successContains: null, idPath: 'messages.0.id', repeatable: false, perNumberDaily: 3, perDay: 1000, ...given,
})
