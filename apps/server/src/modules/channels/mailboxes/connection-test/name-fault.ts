// What went wrong with a connection, in a word and in one sentence that says what to do. Pure.
import type { Static } from 'typebox'
import type { ConnectionFault as Fault } from '@kontuar/contracts'

export type ConnectionFault = Static<typeof Fault>
export interface NamedFault { fault: ConnectionFault; detail: string }

export interface Asked { protocol: 'IMAP' | 'SMTP'; host: string; port: number; security: 'tls' | 'starttls' | 'none' }

/** What Node, imapflow and nodemailer put on their errors. */
interface ConnectionError extends Error {
  code?: string
  /** Of nodemailer, which puts its own in `code`. */
  originalCode?: string
  authenticationFailed?: boolean
  /** Of imapflow: what the server said. */
  responseText?: string
  /** Of nodemailer. */
  response?: string
  responseCode?: number
  cause?: unknown
}

const certificateCodes = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|HOSTNAME_MISMATCH)/
const timeoutCodes = new Set(['ETIMEDOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'GREEETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ESOCKETTIMEDOUT', 'TEST_TIMEOUT'])
const unreachableCodes = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'])

export function nameFault(error: Error, asked: Asked): NamedFault {
  const chain = withCauses(error)
  const codes = chain.flatMap((e) => [e.code ?? '', e.originalCode ?? ''])
  const text = chain.map((e) => e.message).join(' · ')
  const said = chain.map((e) => e.responseText ?? e.response).find((t) => typeof t === 'string' && t !== '')
  const where = `${asked.host}:${asked.port}`

  if (codes.includes('NOT_ALLOWED_HOST')) return { fault: 'not-allowed-host', detail: `${asked.host} is an address that no mail server has (link-local or multicast): give the server's name.` }
  if (codes.some((c) => c === 'ENOTFOUND' || c === 'EAI_AGAIN' || c === 'EAI_NODATA' || c === 'EDNS')) return { fault: 'name-not-found', detail: `No server is called "${asked.host}": check the spelling, or ask your mail provider for the name of the ${asked.protocol} server.` }
  if (chain.some((e) => e.authenticationFailed) || codes.includes('EAUTH') || chain.some((e) => e.responseCode === 535 || e.responseCode === 534)) {
    return { fault: 'credentials', detail: `The server does not accept this user and password${quote(said)}. Check both; many providers want an app password, or have ${asked.protocol} access switched on first.` }
  }
  const badCertificate = codes.find((c) => certificateCodes.test(c))
  if (badCertificate) return { fault: 'certificate', detail: `The server's certificate is not to be trusted (${badCertificate}): use the very name the certificate is made for, or have the server's administrator renew it.` }
  if (codes.includes('ECONNREFUSED')) return { fault: 'refused', detail: `Nothing answers at ${where}: check the port (${usualPorts(asked)}) and that the server runs.` }
  if (codes.some((c) => unreachableCodes.has(c))) return { fault: 'refused', detail: `${where} cannot be reached from this machine: check the network and the firewall.` }
  if (isPlainOnTls(text, codes)) return { fault: 'tls', detail: `The server at ${where} does not begin with TLS: choose STARTTLS, or the TLS port (${asked.protocol === 'IMAP' ? 993 : 465}).` }
  if (/starttls/i.test(text) || codes.includes('ETLS')) return { fault: 'tls', detail: `The server at ${where} offers no STARTTLS${quote(said)}: choose TLS with port ${asked.protocol === 'IMAP' ? 993 : 465}, or "none" if it stands in your own network.` }
  if (codes.some((c) => timeoutCodes.has(c))) {
    return asked.security === 'tls'
      ? { fault: 'timeout', detail: `${where} did not answer in time: check the port (${usualPorts(asked)}) and the firewall.` }
      : { fault: 'timeout', detail: `${where} did not answer in time: if the port is for TLS (${asked.protocol === 'IMAP' ? 993 : 465}), choose TLS; otherwise check the firewall.` }
  }
  if (codes.includes('EPROTOCOL') || codes.includes('NOT_THAT_PROTOCOL') || /invalid greeting|unexpected (greeting|response)/i.test(text)) {
    return { fault: 'not-that-protocol', detail: `What answers at ${where} does not speak ${asked.protocol}: check the port (${usualPorts(asked)}).` }
  }
  return { fault: 'other', detail: `The connection to ${where} failed${quote(said ?? error.message)}.` }
}

const usualPorts = ({ protocol }: Asked) => (protocol === 'IMAP' ? 'IMAP: 993 with TLS, 143 with STARTTLS' : 'SMTP: 465 with TLS, 587 with STARTTLS')

/** OpenSSL's way of saying that the other side spoke in clear. */
const isPlainOnTls = (text: string, codes: readonly string[]) => codes.some((c) => c === 'ERR_SSL_WRONG_VERSION_NUMBER' || c === 'EPROTO' || c.startsWith('ERR_SSL_')) || /wrong version number|packet length too long|ssl routines/i.test(text)

const quote = (said: string | undefined) => {
  const line = (said ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, 200)
  return line === '' ? '' : ` ("${line}")`
}

function withCauses(error: Error): ConnectionError[] {
  const chain: ConnectionError[] = []
  for (let e: unknown = error; e instanceof Error && chain.length < 5; e = e.cause) chain.push(e)
  const inner = (error as { errors?: unknown }).errors
  if (Array.isArray(inner)) chain.push(...inner.filter((e): e is ConnectionError => e instanceof Error))
  return chain
}
