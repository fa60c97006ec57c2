// For tests alone: what a person was told, and browsers that may be pushed to.
import { createECDH, randomBytes } from 'node:crypto'
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

export async function buildPushBrowser(tx: Tx, staffId: string, endpoint = `https://push.example/${newId()}`): Promise<TestPushBrowser> {
  const browser = makePushBrowser(endpoint)
  await tx.query('insert into push_subscription (org_id, id, staff_id, endpoint, keys) values ($1, $2, $3, $4, $5)', [tx.orgId, browser.id, staffId, endpoint, JSON.stringify(browser.keys)])
  return browser
}

export const setSettings = (tx: Tx, staffId: string, settings: object) =>
  tx.query('insert into notification_setting (org_id, staff_id, settings) values ($1, $2, $3) on conflict (org_id, staff_id) do update set settings = excluded.settings', [tx.orgId, staffId, JSON.stringify(settings)])
