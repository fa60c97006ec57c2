// For tests alone: what a person was told, and browsers that may be pushed to.
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'

export interface ToldRow { id: string; kind: string; detail: Record<string, unknown>; ticket_id: string | null; interaction_id: string | null; urgent: boolean; read_at: Date | null; in_app: boolean }

/** Oldest first. */
export const toldOf = (tx: Tx, staffId: string): Promise<ToldRow[]> =>
  tx.query<ToldRow>('select id, kind, detail, ticket_id, interaction_id, urgent, read_at, in_app from notification where org_id = $1 and staff_id = $2 order by at, id', [tx.orgId, staffId])

export interface TestPushBrowser { id: string; endpoint: string; privateKey: Buffer; publicKey: Buffer; auth: Buffer; keys: { p256dh: string; auth: string } }

export function makePushBrowser(endpoint: string): TestPushBrowser {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys()
  const auth = randomBytes(16)
  return { id: newId(), endpoint, privateKey: pair.getPrivateKey(), publicKey, auth, keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') } }
}

/** What the browser does with the body of a push (RFC 8291 3.4, RFC 8188 2). */
export function decryptPush(body: Buffer, browser: TestPushBrowser): string {
  const [salt, sender, record] = [body.subarray(0, 16), body.subarray(21, 21 + body[20]!), body.subarray(21 + body[20]!)]
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(browser.privateKey)
  const hkdf = (secret: Buffer, by: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync('sha256', secret, by, info, length))
  const secret = hkdf(pair.computeSecret(sender), browser.auth, Buffer.concat([Buffer.from('WebPush: info\0'), browser.publicKey, sender]), 32)
  const decipher = createDecipheriv('aes-128-gcm', hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString()
}

export async function buildPushBrowser(tx: Tx, staffId: string, endpoint = `https://push.example/${newId()}`): Promise<TestPushBrowser> {
  const browser = makePushBrowser(endpoint)
  await tx.query('insert into push_subscription (org_id, id, staff_id, endpoint, keys) values ($1, $2, $3, $4, $5)', [tx.orgId, browser.id, staffId, endpoint, JSON.stringify(browser.keys)])
  return browser
}

export const setSettings = (tx: Tx, staffId: string, settings: object) =>
  tx.query('insert into notification_setting (org_id, staff_id, settings) values ($1, $2, $3) on conflict (org_id, staff_id) do update set settings = excluded.settings', [tx.orgId, staffId, JSON.stringify(settings)])
