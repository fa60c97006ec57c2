// The scripts of apps/widget as they were built. Read once: a new build comes with a new start.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type ScriptName = 'loader' | 'kiosk' | 'worker'
export interface BuiltScript { plain: Buffer; gzip: Buffer; br: Buffer; /** Changes with the content. */ stamp: string }

const folder = fileURLToPath(new URL('../../../../../widget/dist/', import.meta.url))
const kept = new Map<ScriptName, Promise<BuiltScript | null>>()

/** Null: they have not been built. */
export function builtScript(name: ScriptName): Promise<BuiltScript | null> {
  const known = kept.get(name)
  if (known) return known
  const read = Promise.all(['', '.gz', '.br'].map((end) => readFile(`${folder}${name}.js${end}`))).then(
    ([plain, gzip, br]) => ({ plain: plain!, gzip: gzip!, br: br!, stamp: createHash('sha256').update(plain!).digest('base64url').slice(0, 12) }),
    () => {
      // Built a moment later, as on the first start of a developer, they are found.
      kept.delete(name)
      return null
    })
  kept.set(name, read)
  return read
}

export async function sendScript(request: FastifyRequest, reply: FastifyReply, name: ScriptName, cacheControl: string): Promise<FastifyReply> {
  const script = await builtScript(name)
  if (script === null) return reply.code(503).type('text/plain; charset=utf-8').send('The scripts have not been built yet: run "npm start".')
  reply.headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': cacheControl, 'vary': 'accept-encoding' })
  const accepted = request.headers['accept-encoding'] ?? ''
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(script.br)
  return /\bgzip\b/.test(accepted) ? reply.header('content-encoding', 'gzip').send(script.gzip) : reply.send(script.plain)
}
