// A report as an answer over HTTP. What customers and authors wrote stands in it: as a page it may run nothing and fetch nothing.
import type { FastifyReply } from 'fastify'
import { fileTypes } from './make-report.ts'

export function sendFile(reply: FastifyReply, name: string, format: keyof typeof fileTypes, content: Buffer): FastifyReply {
  const kind = format === 'html' ? 'inline' : 'attachment'
  return reply.headers({
    // The plain name for programs that know no other, the true one after it (RFC 6266, appendix D).
    'content-type': fileTypes[format], 'content-disposition': `${kind}; filename="report.${format}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
  }).send(content)
}
