// Changes how the organization asks, and takes its logo.
import type { FastifyRequest } from 'fastify'
import type { FeedbackSettings } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { recordFiles, storeBytes } from '../../../../platform/files/store.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { audit } from '../../../identity/index.ts'
import { pictureType } from './picture-type.ts'
import { readSettings } from './read-settings.ts'

/** @throws Refusal */
export async function changeSettings(tx: Tx, actor: Actor, patch: Partial<FeedbackSettings>): Promise<FeedbackSettings> {
  const before = await lockSettings(tx)
  // Any other file of the organization would be shown to everybody who has a survey's address.
  if (patch.look !== undefined && patch.look.logo !== null && patch.look.logo !== before.look.logo) {
    throw new Refusal('invalid-input', 'A logo is chosen by uploading it: send the picture to /feedback-settings/logo, or leave the logo as it is.', { 'look.logo': 'was not uploaded as a logo' })
  }
  const name = patch.look === undefined ? before.look.name : storable(patch.look.name ?? '').trim() || null
  const next: FeedbackSettings = { ...before, ...patch, look: { ...before.look, ...patch.look, name } }
  await saveSettings(tx, actor, before, next)
  return next
}

const largestLogo = 500 * 1024

/** @throws Refusal */
export async function uploadLogo({ db, files }: Platform, actor: Actor, request: FastifyRequest): Promise<FeedbackSettings> {
  if (!request.isMultipart()) throw new Refusal('unsupported-type', 'Send the logo as multipart/form-data in the field "file".')
  const part = await request.file({ limits: { fileSize: largestLogo, files: 1 } })
  if (part === undefined) throw new Refusal('invalid-input', 'There is no picture in the request: send it in the field "file".', { file: 'is missing' })
  const bytes = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw new Refusal('too-large', 'The logo is larger than 500 KB: save it smaller, 400 points wide is enough.')
    throw error
  })
  if (pictureType(bytes) === null) throw new Refusal('unsupported-type', 'This is no PNG, JPEG or WebP picture: save the logo as one of these. SVG is not taken, since it can carry scripts.')
  const stored = await storeBytes(files, actor.orgId, bytes)
  return db.write(actor.orgId, async (tx) => {
    const before = await lockSettings(tx)
    await recordFiles(tx, [stored])
    const next = { ...before, look: { ...before.look, logo: stored.sha256 } }
    await saveSettings(tx, actor, before, next)
    return next
  })
}

async function lockSettings(tx: Tx): Promise<FeedbackSettings> {
  await tx.query('insert into feedback_setting (org_id) values ($1) on conflict do nothing', [tx.orgId], 'begin-feedback-settings')
  await tx.query('select 1 from feedback_setting where org_id = $1 for update', [tx.orgId], 'lock-feedback-settings')
  return readSettings(tx)
}

async function saveSettings(tx: Tx, actor: Actor, before: FeedbackSettings, next: FeedbackSettings): Promise<void> {
  await tx.query('update feedback_setting set rest_days = $2, send_from = $3, send_until = $4, expire_days = $5, agents_see = $6, look = $7, updated_at = clock_timestamp() where org_id = $1',
    [tx.orgId, next.restDays, next.sendFrom, next.sendUntil, next.expireDays, next.agentsSee, JSON.stringify(next.look)], 'change-feedback-settings')
  const changed = (Object.keys(next) as (keyof FeedbackSettings)[]).filter((key) => JSON.stringify(next[key]) !== JSON.stringify(before[key]))
  if (changed.length === 0) return
  await audit(tx, actor, 'feedback-settings.changed', null, Object.fromEntries(changed.map((key) => [key, [before[key], next[key]]])))
  tx.publish({ name: 'feedback.settingsChanged', ids: {} })
}
