// Guards the certificate of the SMTP door: always one that TLS takes, the same after a restart, and a clear word about a wrong one.
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../../platform/config.ts'
import { loadCertificate } from './load-certificate.ts'
import { makeSelfSigned } from './self-signed.ts'

let dataDir: string
beforeAll(async () => { dataDir = await mkdtemp('/tmp/kontuar-certificate-') })
afterAll(() => rm(dataDir, { recursive: true }))

describe('our own certificate', () => {
  test('is valid, names the host and fits its key', () => {
    const { cert, key } = makeSelfSigned('kontuar.example.com', new Date('2026-11-16'))
    const read = new X509Certificate(cert)
    expect(read.checkHost('kontuar.example.com')).toBe('kontuar.example.com')
    expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true)
    expect(read.verify(read.publicKey)).toBe(true)
    expect(new Date(read.validTo).getUTCFullYear()).toBe(2036)
  })

  test('is made at the first start and kept, also when two start at once', async () => {
    const config = { dataDir, publicUrl: 'https://kontuar.example.com', smtpTls: null }
    const [one, two] = await Promise.all([loadCertificate(config), loadCertificate(config)])
    expect(one).toEqual(two)
    expect(await loadCertificate(config)).toEqual(one)
  })

  test('is made anew when it has expired', async () => {
    const config = { dataDir, publicUrl: null, smtpTls: null }
    const before = await loadCertificate(config)
    expect(await loadCertificate(config, new Date('2050-01-01'))).not.toEqual(before)
  })
})

describe('a certificate that is given', () => {
  test('is used', async () => {
    const made = makeSelfSigned('mail.example.com', new Date())
    const [cert, key] = [join(dataDir, 'cert.pem'), join(dataDir, 'key.pem')]
    await Promise.all([writeFile(cert, made.cert), writeFile(key, made.key)])
    expect(await loadCertificate({ dataDir, publicUrl: null, smtpTls: { cert, key } })).toEqual(made)
    const other = join(dataDir, 'other.pem')
    await writeFile(other, makeSelfSigned('x.example.com', new Date()).key)
    await expect(loadCertificate({ dataDir, publicUrl: null, smtpTls: { cert, key: other } })).rejects.toThrow(/do not belong together/)
    await expect(loadCertificate({ dataDir, publicUrl: null, smtpTls: { cert, key: '/nowhere.pem' } })).rejects.toThrow(/SMTP_TLS_KEY is "\/nowhere.pem"/)
    expect(await readFile(key, 'utf8')).toBe(made.key)
  })

  test('comes with its key or not at all', () => {
    expect(() => readConfig({ SMTP_TLS_CERT: '/cert.pem' }, [])).toThrow(/belong together/)
    expect(readConfig({ SMTP_TLS_CERT: '/cert.pem', SMTP_TLS_KEY: '/key.pem' }, []).smtpTls).toEqual({ cert: '/cert.pem', key: '/key.pem' })
  })
})
