// A gateway that takes messages by HTTP in a shape the administrator describes.
import { lookup } from 'node:dns'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { ForbiddenAddress, isPrivateHost, publicLookup } from '../../../../platform/network/public-network.ts'
import type { Sms, SmsGateway, SmsOutcome } from '../gateway.ts'
import { fillForm, fillJson, type Filling } from './fill-template.ts'
import { readAnswer, type HttpAnswer } from './read-answer.ts'
import { secretOfHeader, secretOfTemplate, type HttpGatewaySecrets, type HttpGatewaySettings } from './settings.ts'

export interface HttpGatewayOptions {
  /** Plain http and addresses of one's own network may be used. */
  allowPrivate: boolean
  /** For the whole exchange, milliseconds. */
  limitMs?: number
}

const usualLimitMs = 15_000
/** More of an answer is not read. */
const mostOfAnswer = 64 * 1024

export function createHttpGateway(settings: HttpGatewaySettings, secrets: HttpGatewaySecrets, options: HttpGatewayOptions): SmsGateway {
  return {
    async send(sms) {
      const outcome = await exchange(settings, secrets, sms, options)
      return { ...outcome, detail: withoutThese(outcome.detail, Object.values(secrets)) }
    },
  }
}

/** @throws ForbiddenAddress with a sentence. What a name resolves to is looked at when it is used. */
export function readGatewayUrl(text: string, allowPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw new ForbiddenAddress('The address of the gateway cannot be read: write it as https://gateway.example/send.')
  if (url.username !== '' || url.password !== '') throw new ForbiddenAddress('The address of the gateway must not carry a password: put it into a secret header.')
  if (allowPrivate) return url
  if (url.protocol !== 'https:') throw new ForbiddenAddress('The address of the gateway must begin with https://.')
  if (isPrivateHost(url.hostname)) throw new ForbiddenAddress('The address of the gateway lies in a private network: whoever runs this installation allows that with KONTUAR_PRIVATE_SMS=1.')
  return url
}

/** The request as it leaves; apart, so that it can be looked at without a network. @throws ForbiddenAddress, SyntaxError */
export function makeRequest(settings: HttpGatewaySettings, secrets: HttpGatewaySecrets, { to, text, reference }: Sms, allowPrivate: boolean): { url: URL; method: 'GET' | 'POST'; headers: Record<string, string>; body: Buffer | null } {
  const url = readGatewayUrl(settings.url, allowPrivate)
  const filling: Filling = { to, digits: to.replace(/^\+/, ''), text: text.toWellFormed(), sender: settings.sender, reference, secret: secrets[secretOfTemplate] ?? '' }
  const headers: Record<string, string> = { accept: 'application/json, text/plain;q=0.9, */*;q=0.1', 'user-agent': 'Kontuar' }
  for (const { name, secret, value } of settings.headers) headers[name.toLowerCase()] = secret ? (secrets[secretOfHeader(name)] ?? '') : (value ?? '').replaceAll('{{reference}}', reference)
  if (settings.method === 'GET') {
    const own = url.search.replace(/^\?/, '')
    url.search = [own, fillForm(settings.template, filling)].filter(Boolean).join('&')
    return { url, method: 'GET', headers, body: null }
  }
  const isJson = settings.contentType === 'json'
  const body = Buffer.from(isJson ? fillJson(settings.template, filling) : fillForm(settings.template, filling))
  return { url, method: 'POST', headers: { ...headers, 'content-type': isJson ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded; charset=utf-8', 'content-length': String(body.length) }, body }
}

/** Follows no redirection. */
async function exchange(settings: HttpGatewaySettings, secrets: HttpGatewaySecrets, sms: Sms, { allowPrivate, limitMs = usualLimitMs }: HttpGatewayOptions): Promise<SmsOutcome> {
  let asked = false
  try {
    const { url, method, headers, body } = makeRequest(settings, secrets, sms, allowPrivate)
    const answer = await new Promise<HttpAnswer>((resolve, reject) => {
      const sent = (url.protocol === 'http:' ? http : https)(url, {
        // A connection of its own: on one that lay idle nobody could say whether the request arrived.
        agent: false, method, headers, lookup: allowPrivate ? lookup as LookupFunction : publicLookup, signal: AbortSignal.timeout(limitMs),
      }, (response) => {
        const pieces: Buffer[] = []
        let size = 0
        const done = () => resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null, body: Buffer.concat(pieces).toString('utf8') })
        response.on('data', (piece: Buffer) => {
          pieces.push(piece.subarray(0, mostOfAnswer - size))
          size += piece.length
          if (size < mostOfAnswer) return
          done()
          response.destroy()
        })
        response.on('end', done)
        response.on('error', reject)
      })
      // Only once the connection stands does anything of the request leave.
      sent.on('socket', (socket: Socket) => socket.once(url.protocol === 'http:' ? 'connect' : 'secureConnect', () => { asked = true }))
      sent.on('error', reject)
      sent.end(body ?? undefined)
    })
    return readAnswer(answer, settings)
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException
    const detail = name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' ? `The gateway did not answer within ${limitMs / 1000} seconds.` : [code, message].filter(Boolean).join(': ')
    return { kind: asked ? 'unanswered' : 'unreachable', detail: detail.slice(0, 500) }
  }
}

/** Some gateways repeat in their answer what they were sent. */
export const withoutThese = (detail: string, secrets: readonly string[]): string =>
  secrets.filter((s) => s.length >= 4).reduce((text, secret) => text.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…'), detail)
