// When are two e-mail addresses the same person? Careful: a wrong "yes" shows one person's mail to another.
import { domainToASCII } from 'node:url'

/** Providers that document that everything after "+" is ignored. Elsewhere "+" may be part of the name. */
const plusTagDomains = new Set(['gmail.com', 'outlook.com', 'hotmail.com', 'live.com', 'icloud.com', 'me.com', 'fastmail.com', 'proton.me', 'protonmail.com', 'pm.me', 'yandex.ru', 'yandex.com', 'ya.ru'])

/**
 * The form in which addresses are compared: lower case (RFC 5321 allows case-sensitive local parts, no
 * provider in use has them), Unicode NFC, the domain as ASCII (IDNA), and, only where the provider says so, without
 * plus tag (and without dots at Gmail). Answers null for what is no address.
 */
export function emailKey(address: string): string | null {
  const trimmed = address.trim().normalize('NFC')
  const at = trimmed.lastIndexOf('@')
  if (at < 1 || at === trimmed.length - 1 || trimmed.length > 320) return null
  let local = trimmed.slice(0, at).toLowerCase()
  const given = trimmed.slice(at + 1).toLowerCase().replace(/\.$/, '')
  let domain = given.startsWith('[') ? given : domainToASCII(given) || given
  if (/\s/.test(local) || /[\s@]/.test(domain)) return null
  if (domain === 'googlemail.com') domain = 'gmail.com'
  if (plusTagDomains.has(domain) && local.indexOf('+') > 0) local = local.slice(0, local.indexOf('+'))
  if (domain === 'gmail.com') local = local.replaceAll('.', '') || local
  return `${local}@${domain}`
}
