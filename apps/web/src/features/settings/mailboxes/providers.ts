// Servers of the mail providers that our users have, from the providers' own help pages, so that nobody has to look them up.
import type { ImapSettings, SmtpSettings } from '@kontuar/contracts'
import type { Static } from 'typebox'

type Server = Pick<Static<typeof ImapSettings>, 'host' | 'port' | 'security'>
export interface Provider {
  id: 'gmail' | 'outlook' | 'onet' | 'wp' | 'o2' | 'interia' | 'homepl' | 'yandex' | 'mailru'
  name: string
  /** Domains that belong to it; a company's own domain says nothing about who keeps its mail. */
  domains: readonly string[]
  imap: Server
  smtp: Server
  auth: Extract<Static<typeof SmtpSettings>['auth'], 'password' | 'xoauth2'>
  /** What has to be done at the provider first. */
  advice?: 'appPassword' | 'oauth' | 'enableImap' | 'panelHost'
}

const tls = (host: string, port: number): Server => ({ host, port, security: 'tls' })
const starttls = (host: string, port: number): Server => ({ host, port, security: 'starttls' })

export const providers: readonly Provider[] = [
  { id: 'gmail', name: 'Gmail', domains: ['gmail.com', 'googlemail.com'], imap: tls('imap.gmail.com', 993), smtp: tls('smtp.gmail.com', 465), auth: 'password', advice: 'appPassword' },
  { id: 'outlook', name: 'Outlook, Microsoft 365', domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'], imap: tls('outlook.office365.com', 993), smtp: starttls('smtp.office365.com', 587), auth: 'xoauth2', advice: 'oauth' },
  { id: 'onet', name: 'Onet', domains: ['onet.pl', 'onet.eu', 'onet.com.pl', 'op.pl', 'vp.pl', 'poczta.onet.pl', 'poczta.onet.eu', 'spoko.pl', 'autograf.pl', 'buziaczek.pl'], imap: tls('imap.poczta.onet.pl', 993), smtp: tls('smtp.poczta.onet.pl', 465), auth: 'password', advice: 'enableImap' },
  { id: 'wp', name: 'WP', domains: ['wp.pl'], imap: tls('imap.wp.pl', 993), smtp: tls('smtp.wp.pl', 465), auth: 'password', advice: 'enableImap' },
  { id: 'o2', name: 'o2', domains: ['o2.pl', 'tlen.pl', 'go2.pl'], imap: tls('poczta.o2.pl', 993), smtp: tls('poczta.o2.pl', 465), auth: 'password', advice: 'enableImap' },
  { id: 'interia', name: 'Interia', domains: ['interia.pl', 'interia.eu', 'interia.com', 'intmail.pl', 'poczta.fm'], imap: tls('poczta.interia.pl', 993), smtp: tls('poczta.interia.pl', 465), auth: 'password', advice: 'enableImap' },
  { id: 'homepl', name: 'home.pl', domains: [], imap: tls('', 993), smtp: tls('', 465), auth: 'password', advice: 'panelHost' },
  { id: 'yandex', name: 'Яндекс', domains: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'narod.ru'], imap: tls('imap.yandex.ru', 993), smtp: tls('smtp.yandex.ru', 465), auth: 'password', advice: 'appPassword' },
  { id: 'mailru', name: 'Mail.ru', domains: ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'internet.ru'], imap: tls('imap.mail.ru', 993), smtp: tls('smtp.mail.ru', 465), auth: 'password', advice: 'appPassword' },
]

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).trim().toLowerCase()

/** The provider that keeps mail of this address; null for a domain of one's own. */
export const providerOf = (address: string): Provider | null => providers.find(({ domains }) => domains.includes(domainOf(address))) ?? null
/** The provider whose server this is. */
export const providerByHost = (host: string): Provider | null => providers.find(({ imap, smtp }) => host !== '' && (imap.host === host || smtp.host === host)) ?? null

/** A first guess for a domain of one's own: most hosts name the servers so. */
export const guessServer = (address: string, kind: 'imap' | 'smtp'): Server => (address.includes('@') ? { host: `${kind}.${domainOf(address)}`, port: kind === 'imap' ? 993 : 465, security: 'tls' } : { host: '', port: kind === 'imap' ? 993 : 465, security: 'tls' })
