// Is what the administrator typed usable? Each fault names its field and says what to do. Pure.
import type { SmsGatewayBody } from '@kontuar/contracts'
import { ForbiddenAddress } from '../../../../platform/network/public-network.ts'
import { fillForm, fillJson, namesIn, placeholders, type Filling } from '../generic-http/fill-template.ts'
import { readGatewayUrl } from '../generic-http/http-gateway.ts'

/** Ours to write, or such that the request would mean another thing (RFC 9110 7.6.1). */
const reservedHeaders = new Set(['host', 'content-type', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'te', 'trailer', 'expect', 'keep-alive', 'proxy-connection'])
const empty: Filling = { to: '', digits: '', text: '', sender: '', reference: '', secret: '' }

/** @param kept names of the secret headers, lower case, whose value is stored and stays */
export function checkGateway(given: SmsGatewayBody, kept: ReadonlySet<string>, hasSecret: boolean, allowPrivate: boolean): Record<string, string> {
  const faults: Record<string, string> = {}
  try {
    readGatewayUrl(given.url.trim(), allowPrivate)
  } catch (error) {
    if (!(error instanceof ForbiddenAddress)) throw error
    faults['url'] = error.message
  }
  const template = checkTemplate(given, hasSecret)
  if (template !== null) faults['template'] = template
  const headers = checkHeaders(given.headers, kept)
  if (headers !== null) faults['headers'] = headers
  if (/\p{Cc}/u.test(given.sender)) faults['sender'] = 'The sender holds a control character: write a name or a number.'
  if (given.idPath !== null && !/^[^.\s]+(\.[^.\s]+)*$/.test(given.idPath)) faults['idPath'] = 'The place of the id is written as names joined by dots, for example messages.0.id.'
  if (given.repeatable && !namesIn(given.template).includes('reference') && !given.headers.some((h) => h.value?.includes('{{reference}}'))) {
    faults['repeatable'] = 'The gateway can tell a repetition only by a reference: put {{reference}} into the template or into a header.'
  }
  return faults
}

function checkTemplate({ template, method, contentType }: SmsGatewayBody, hasSecret: boolean): string | null {
  const names = namesIn(template)
  const unknown = names.find((name) => !(placeholders as readonly string[]).includes(name))
  if (unknown !== undefined) return `{{${unknown}}} is not known: use ${placeholders.map((p) => `{{${p}}}`).join(', ')}.`
  if (!names.includes('text')) return 'The text of the message is missing: put {{text}} where the gateway expects it.'
  if (!names.includes('to') && !names.includes('digits')) return 'The number is missing: put {{to}} (with +) or {{digits}} (without) where the gateway expects it.'
  if (names.includes('secret') && !hasSecret) return '{{secret}} is used and no secret is stored: type the secret as well.'
  if (method === 'POST' && contentType === 'json') {
    let filled: string
    try {
      filled = fillJson(template, empty)
    } catch {
      return 'The template is not valid JSON: placeholders stand inside quotes, as in {"to": "{{to}}", "text": "{{text}}"}.'
    }
    // A name of a member is never filled.
    return filled.includes('{{') ? 'A placeholder stands in the name of a field: only values are filled in.' : null
  }
  const filled = fillForm(template, empty)
  return new URLSearchParams(filled).toString().includes(encodeURIComponent('{{')) ? 'A placeholder stands in the name of a field: write pairs like to={{to}}&text={{text}}.' : null
}

function checkHeaders(headers: SmsGatewayBody['headers'], kept: ReadonlySet<string>): string | null {
  const seen = new Set<string>()
  for (const { name, secret, value } of headers) {
    const key = name.toLowerCase()
    // RFC 9110 5.6.2, 5.5: a token, and a value that cannot begin another header.
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return `"${name.replace(/\p{Cc}/gu, ' ').slice(0, 60)}" cannot be the name of a header: letters, digits and dashes.`
    if (reservedHeaders.has(key)) return `The header ${name} is written by us: leave it out.`
    if (seen.has(key)) return `The header ${name} stands here twice: leave one of them out.`
    seen.add(key)
    if (value !== undefined && !/^[\x20-\x7e\xa0-\xff]*$/.test(value)) return `The value of the header ${name} holds characters that a header cannot carry.`
    if (secret ? value === '' || (value === undefined && !kept.has(key)) : value === undefined) return `The header ${name} has no value: type it.`
  }
  return null
}
