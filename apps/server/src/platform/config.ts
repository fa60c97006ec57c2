// The only reader of the environment. A wrong value stops the start with one sentence that says what to do.
import { resolve } from 'node:path'

export type Service = 'web' | 'mail' | 'worker'

export interface Config {
  services: Service[]
  demo: boolean
  host: string
  port: number
  smtpPort: number
  /** Paths of PEM files for STARTTLS; null: a certificate of our own making. */
  smtpTls: { cert: string; key: string } | null
  dataDir: string
  /** null: bring our own PostgreSQL. */
  databaseUrl: string | null
  databaseReplicaUrl: string | null
  /** Public address without a trailing slash; null: derived from host and port. */
  publicUrl: string | null
  secret: string | null
  s3: { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string } | null
  /** Largest mail taken, bytes. */
  maxMailBytes: number
  logLevel: string
  trustProxy: boolean
  /** Push services of browsers may stand in one's own network and speak plain http. */
  privatePush: boolean
  /** The gateway for text messages may stand in one's own network and speak plain http. */
  privateSms: boolean
  /** The endpoint that reads texts may stand in one's own network and speak plain http. */
  privateReading: boolean
  /** Where alerts go besides (webhooks, chats) may stand in one's own network and speak plain http. */
  privateHooks: boolean
  /** Reports mailed a second, of one run: a mail server takes hundreds at once for an attack. */
  reportPace: number
  unattended: { organization: string; adminEmail: string; adminPassword: string } | null
  firstMailbox: { address: string; smtpUrl: string | null } | null
  production: boolean
}

export class ConfigError extends Error {}

const allServices: Service[] = ['web', 'mail', 'worker']

export function readConfig(env: NodeJS.ProcessEnv, args: string[]): Config {
  const text = (name: string) => (env[name] === undefined || env[name] === '' ? null : env[name])
  const whole = (name: string, fallback: number, from: number, to: number) => {
    const given = text(name)
    if (given === null) return fallback
    const value = Number(given)
    if (!Number.isInteger(value) || value < from || value > to) throw new ConfigError(`${name} is "${given}": give a whole number from ${from} to ${to}.`)
    return value
  }
  const url = (name: string, protocols: string[]) => {
    const given = text(name)
    if (given === null) return null
    if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol)) throw new ConfigError(`${name} is "${hidePassword(given)}": give an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`)
    return given
  }

  const unknown = args.find((a) => a !== '--demo' && !a.startsWith('--services='))
  if (unknown) throw new ConfigError(`The option "${unknown}" is not known: use --demo or --services=web,mail,worker.`)
  const services = (args.find((a) => a.startsWith('--services='))?.slice('--services='.length).split(',') ?? allServices) as Service[]
  const wrong = services.find((s) => !allServices.includes(s))
  if (wrong !== undefined) throw new ConfigError(`--services names "${wrong}": choose from web, mail, worker, joined by commas.`)

  const publicUrl = url('KONTUAR_URL', ['http:', 'https:'])?.replace(/\/+$/, '') ?? null
  const secret = text('KONTUAR_SECRET')
  if (secret !== null && secret.length < 16) throw new ConfigError('KONTUAR_SECRET is too short: give at least 16 characters, for example from "openssl rand -base64 32".')
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const databaseReplicaUrl = url('DATABASE_REPLICA_URL', ['postgres:', 'postgresql:'])
  const [smtpCert, smtpKey] = [text('SMTP_TLS_CERT'), text('SMTP_TLS_KEY')]
  if ((smtpCert === null) !== (smtpKey === null)) throw new ConfigError('SMTP_TLS_CERT and SMTP_TLS_KEY belong together: set both to paths of PEM files, or neither.')
  const maxMailMb = whole('KONTUAR_MAX_MAIL_MB', 50, 1, 500)

  return {
    services,
    demo: args.includes('--demo'),
    host: text('HOST') ?? '127.0.0.1',
    port: whole('PORT', 3000, 0, 65535),
    smtpPort: whole('SMTP_PORT', 2525, 0, 65535),
    smtpTls: smtpCert === null ? null : { cert: smtpCert, key: smtpKey! },
    dataDir: resolve(text('KONTUAR_DATA') ?? 'data'),
    databaseUrl,
    databaseReplicaUrl,
    publicUrl,
    secret,
    s3: readS3(text, url),
    maxMailBytes: maxMailMb * 1024 * 1024,
    logLevel: text('LOG_LEVEL') ?? 'info',
    trustProxy: text('KONTUAR_TRUST_PROXY') === '1',
    privatePush: text('KONTUAR_PRIVATE_PUSH') === '1',
    privateSms: text('KONTUAR_PRIVATE_SMS') === '1',
    privateReading: text('KONTUAR_PRIVATE_READING') === '1',
    privateHooks: text('KONTUAR_PRIVATE_HOOKS') === '1',
    reportPace: whole('KONTUAR_REPORT_PACE', 4, 1, 100),
    unattended: readUnattended(text),
    firstMailbox: readFirstMailbox(text, url),
    production: env.NODE_ENV !== 'test',
  }
}

type ReadText = (name: string) => string | null
type ReadUrl = (name: string, protocols: string[]) => string | null

function readUnattended(text: ReadText): Config['unattended'] {
  const [organization, adminEmail, adminPassword] = [text('KONTUAR_ORG'), text('KONTUAR_ADMIN_EMAIL'), text('KONTUAR_ADMIN_PASSWORD')]
  if (organization === null && adminEmail === null && adminPassword === null) return null
  const missing = [['KONTUAR_ORG', organization], ['KONTUAR_ADMIN_EMAIL', adminEmail], ['KONTUAR_ADMIN_PASSWORD', adminPassword]].filter(([, v]) => v === null).map(([k]) => k)
  if (missing.length > 0) throw new ConfigError(`For an unattended first run ${missing.join(' and ')} must be set too (KONTUAR_ORG, KONTUAR_ADMIN_EMAIL and KONTUAR_ADMIN_PASSWORD belong together).`)
  if (!/^[^@\s]+@[^@\s]+$/.test(adminEmail!)) throw new ConfigError(`KONTUAR_ADMIN_EMAIL is "${adminEmail}": give an e-mail address.`)
  if (adminPassword!.length < 10) throw new ConfigError('KONTUAR_ADMIN_PASSWORD is too short: give at least 10 characters.')
  return { organization: organization!, adminEmail: adminEmail!, adminPassword: adminPassword! }
}

function readFirstMailbox(text: ReadText, url: ReadUrl): Config['firstMailbox'] {
  const address = text('KONTUAR_MAILBOX')
  const smtpUrl = url('KONTUAR_SMTP_URL', ['smtp:', 'smtps:'])
  if (address === null) return null
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw new ConfigError(`KONTUAR_MAILBOX is "${address}": give the e-mail address of the mailbox.`)
  return { address, smtpUrl }
}

function readS3(text: ReadText, url: ReadUrl): Config['s3'] {
  const endpoint = url('S3_ENDPOINT', ['http:', 'https:'])
  if (endpoint === null) return null
  const need = (name: string) => {
    const value = text(name)
    if (value === null) throw new ConfigError(`S3_ENDPOINT is set, so ${name} must be set too.`)
    return value
  }
  return { endpoint, bucket: need('S3_BUCKET'), region: text('S3_REGION') ?? 'us-east-1', accessKeyId: need('S3_ACCESS_KEY_ID'), secretAccessKey: need('S3_SECRET_ACCESS_KEY') }
}

const hidePassword = (given: string) => given.replace(/(:\/\/[^:/@\s]*:)[^@\s]*@/, '$1…@')
