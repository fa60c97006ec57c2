// The certificate of the SMTP door: the one named in the environment, else one made at the first start and kept.
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { hostname } from 'node:os'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError, type Config } from '../../../platform/config.ts'
import { newId } from '../../../platform/id.ts'
import { makeSelfSigned, type Certificate } from './self-signed.ts'

export async function loadCertificate(config: Pick<Config, 'dataDir' | 'publicUrl' | 'smtpTls'>, now = new Date()): Promise<Certificate> {
  if (config.smtpTls !== null) return readGiven(config.smtpTls)
  const path = join(config.dataDir, 'smtp-tls.pem')
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept !== null && isUsable(kept, now)) return { cert: kept, key: kept }
  const made = makeSelfSigned(hostOf(config.publicUrl), now)
  // Of two that start at once, the link of one wins and the other reads it.
  const temporary = join(config.dataDir, `smtp-tls.${newId()}.pem`)
  await mkdir(config.dataDir, { recursive: true })
  await writeFile(temporary, made.key + made.cert, { mode: 0o600, flag: 'wx' })
  try {
    if (kept !== null) await unlink(path)
    await link(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(temporary)
  }
  const pem = await readFile(path, 'utf8')
  return { cert: pem, key: pem }
}

function isUsable(pem: string, now: Date): boolean {
  try {
    return new Date(new X509Certificate(pem).validTo) > now && createPrivateKey(pem).type === 'private'
  } catch {
    return false
  }
}

async function readGiven({ cert, key }: { cert: string; key: string }): Promise<Certificate> {
  const read = (name: string, path: string) => readFile(path, 'utf8').catch((error: Error) => {
    throw new ConfigError(`${name} is "${path}", and that file cannot be read (${error.message}): give the path of a PEM file that Kontuar may read.`)
  })
  const given = { cert: await read('SMTP_TLS_CERT', cert), key: await read('SMTP_TLS_KEY', key) }
  let fits = false
  try {
    fits = new X509Certificate(given.cert).checkPrivateKey(createPrivateKey(given.key))
  } catch {
    // said below
  }
  if (!fits) throw new ConfigError('SMTP_TLS_CERT and SMTP_TLS_KEY do not belong together: give a certificate (with its chain) and its unencrypted private key, both as PEM.')
  return given
}

export const hostOf = (publicUrl: string | null): string => (publicUrl === null ? hostname() : new URL(publicUrl).hostname)
