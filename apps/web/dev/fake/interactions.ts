import * as routes from '@kontuar/contracts'
import type { Interaction, UploadedFile } from '@kontuar/contracts'
import type { FastifyInstance } from 'fastify'
import { Refusal, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { ago } from './people.ts'
import { paged, type World } from './tickets.ts'
import { delivery, makeEntry } from './timelines.ts'

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#b5d8d5"/><stop offset="1" stop-color="#ecd9ae"/></linearGradient></defs><rect width="480" height="320" fill="url(#g)"/><circle cx="240" cy="150" r="70" fill="#fff" opacity=".7"/></svg>`

export function answerInteractions(on: ReturnType<typeof createAnswer>, world: World, app: FastifyInstance, desk: Desk): void {
  const find = (id: string): Interaction => {
    const entry = world.entriesOf(id.replace(/-\d+$/, '')).find((each) => each.id === id)
    if (!entry) throw new Refusal('not-found', 'There is no such entry.')
    return entry
  }
  on(routes.listTicketInteractions, ({ params, query }) => paged(query.sort === '-at' ? world.entriesOf(params.id).toReversed() : world.entriesOf(params.id), query))
  on(routes.getInteraction, ({ params }) => find(params.id))
  on(routes.listInteractions, ({ query }) => {
    const some = world.tickets.filter((ticket) => (!query.customerId || ticket.customerId === query.customerId) && (!query.ticketId || ticket.id === query.ticketId)).slice(0, 12)
    return paged(some.flatMap(({ id }) => world.entriesOf(id)).filter(({ at }) => at <= (query.before ?? '9')).sort((a, b) => b.at.localeCompare(a.at)), query)
  })
  on(routes.answerTicket, ({ params, body }) => {
    const ticket = world.find(params.id)
    const entries = world.entriesOf(params.id)
    const note = body.kind === 'note'
    const words = body.text ?? (body.html ?? '').replace(/<\/p>/g, '\n').replace(/<[^>]+>/g, '').trim()
    const made = makeEntry(ticket, entries.length, {
      at: ago(0), createdAt: ago(0), kind: note ? 'note' : 'message', direction: note ? 'internal' : 'out', staffId: 's1', staffName: 'Anna Wiśniewska', text: words, visibleText: words, html: note ? null : (body.html ?? null),
      ...(body.to ? { to: body.to } : {}), cc: body.cc ?? [], delivery: note ? null : delivery('pending', { sendAfter: new Date(Date.now() + (body.undoSeconds ?? 8) * 1000).toISOString(), attempts: 0 }),
    })
    entries.push(made)
    if (!note) {
      const wish = body.status ?? 'waiting'
      const status = desk.statuses.find(({ key }) => key === wish) ?? desk.statuses.find(({ category, isDefault }) => isDefault && category === wish)!
      if (status.key !== ticket.status) made.event = { name: 'ticket-changed', detail: { status: [ticket.status, status.key] } }
      Object.assign(ticket, body.ticket ?? {}, { status: status.key, statusCategory: status.category, lastDirection: 'out', lastInteractionAt: ago(0), preview: words.slice(0, 160) })
      setTimeout(() => {
        if (made.delivery?.state !== 'pending') return
        made.delivery = delivery('sent')
        world.tell('channels.mailSent', { ticketId: ticket.id, interactionId: made.id })
      }, (body.undoSeconds ?? 8) * 1000 + 500).unref()
    }
    world.touch(ticket)
    return made
  })
  on(routes.cancelInteraction, ({ params }) => {
    const made = find(params.id)
    if (made.delivery?.state !== 'pending') throw new Refusal('too-late', 'The message has left.')
    made.delivery = { ...made.delivery, state: 'cancelled' }
    if (made.ticketId !== null) world.touch(world.find(made.ticketId))
    return made
  })
  on(routes.resendInteraction, ({ params }) => Object.assign(find(params.id), { delivery: delivery('sending', { attempts: 2 }) }))
  const drafts = new Map<string, routes.DraftBody & { ticketId: string; updatedAt: string }>()
  on(routes.getDraft, ({ params }) => drafts.get(params.id) ?? null)
  on(routes.saveDraft, ({ params, body }) => {
    const draft = { ...body, ticketId: params.id, updatedAt: ago(0) }
    drafts.set(params.id, draft)
    return draft
  })
  on(routes.deleteDraft, ({ params }) => {
    drafts.delete(params.id)
    return { ok: true as const }
  })

  // Byte streams, which the contracts leave to the route.
  const api = '/api/v1'
  const files = new Map<string, { file: UploadedFile; bytes: Buffer }>()
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.post(`${api}/files`, (request, reply) => {
    const body = request.body as Buffer
    const head = body.subarray(0, 2000).toString('utf8')
    const from = body.indexOf('\r\n\r\n') + 4
    const bytes = body.subarray(from, body.lastIndexOf('\r\n--'))
    const id = crypto.randomUUID()
    const file: UploadedFile = { id, name: /filename="([^"]*)"/.exec(head)?.[1] ?? 'file', type: /content-type: ([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream', size: bytes.length, sha256: '0'.repeat(64) }
    files.set(id, { file, bytes })
    return reply.status(201).send(file)
  })
  app.get(`${api}/files/:id`, (request, reply) => {
    const found = files.get((request.params as { id: string }).id)
    return found ? reply.type(found.file.type).send(found.bytes) : reply.status(404).send()
  })
  app.get(`${api}/attachments/:id`, (request, reply) => ((request.params as { id: string }).id.startsWith('p') ? reply.type('image/svg+xml').send(picture) : reply.header('content-disposition', 'attachment').type('application/octet-stream').send('…')))
  app.get(`${api}/interactions/:id/raw`, (request, reply) => reply.type('message/rfc822').send(`Subject: ${find((request.params as { id: string }).id).messageId}\r\n\r\n…`))
  app.get(`${api}/parked/:id/raw`, (_, reply) => reply.type('message/rfc822').send('Subject: ?\r\n\r\n…'))
  app.get(`${api}/interactions/:id/document`, (request, reply) => {
    const entry = find((request.params as { id: string }).id)
    const { images, theme } = request.query as { images?: string; theme?: string }
    const dark = theme === 'dark'
    return reply
      .header('content-security-policy', `default-src 'none'; img-src ${images ? "'self' data: https:" : "'self' data:"}; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox`)
      .type('text/html; charset=utf-8')
      .send(`<!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style>html{color-scheme:${dark ? 'dark' : 'light'}}body{margin:0;font:14px/1.5 system-ui;color:${dark ? '#e6e3dd' : '#22211f'};background:transparent;overflow-wrap:anywhere}img{max-width:100%}a{color:${dark ? '#6cc5be' : '#0b6b66'}}</style></head><body>${entry.html ?? entry.text}</body></html>`)
  })
}
