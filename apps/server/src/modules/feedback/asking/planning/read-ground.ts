// What holds for every asking of an organization at this moment.
import type { Tx } from '../../../../platform/db/database.ts'
import { canSendSms, findSendingMailbox } from '../../../channels/index.ts'
import { readAnswerCounts } from '../../counting/index.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Senders } from './rules/choose-road.ts'
import type { Asking } from './rules/decide-asking.ts'

export interface Ground extends Pick<Asking, 'settings' | 'now'> {
  organization: string
  locale: string
  timeZone: string
  /** The brake on everything that leaves. */
  paused: boolean
  senders: Senders
}

export async function readGround(tx: Tx): Promise<Ground> {
  const [[org], settings, mailbox, sms] = await Promise.all([
    tx.query<{ name: string; locale: string; time_zone: string; outgoing_paused: boolean; now: Date }>('select name, locale, time_zone, outgoing_paused, clock_timestamp() as now from org where id = $1', [tx.orgId], 'ground-of-asking'),
    readSettings(tx), findSendingMailbox(tx, null), canSendSms(tx),
  ])
  const { name, locale, time_zone: timeZone, outgoing_paused: paused, now } = org!
  return {
    organization: settings.look.name ?? name, locale, timeZone, paused, now, senders: { email: mailbox !== null, sms },
    settings: { restDays: settings.restDays, expireDays: settings.expireDays, window: { from: settings.sendFrom, until: settings.sendUntil, timeZone } },
  }
}

export interface SurveyRow { id: string; name: string; state: string; version: number; retired: boolean; starts_at: Date | null; ends_at: Date | null; quota: number | null }
export type AskedSurvey = Asking['survey'] & { id: string; name: string }

/** The surveys with whether they have all the answers they want. */
export async function readSurveys(tx: Tx, ids: readonly string[]): Promise<Map<string, AskedSurvey>> {
  const rows = await tx.query<SurveyRow>('select id, name, state, version, retired_at is not null as retired, starts_at, ends_at, quota from survey where org_id = $1 and id = any ($2)', [tx.orgId, ids], 'surveys-asked')
  const limited = rows.filter((r) => r.quota !== null)
  const counts = limited.length === 0 ? null : await readAnswerCounts(tx, limited.map((r) => r.id))
  return new Map(rows.map((r) => [r.id, {
    id: r.id, name: r.name, state: r.state, version: r.version, retired: r.retired, startsAt: r.starts_at, endsAt: r.ends_at, full: r.quota !== null && (counts?.get(r.id) ?? 0) >= r.quota,
  }]))
}
