// How the organization asks. Whoever never changed anything has no row.
import type { FeedbackSettings } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

export const usualSettings: FeedbackSettings = { restDays: 30, sendFrom: '08:00', sendUntil: '20:00', expireDays: 30, agentsSee: 'all', look: { colour: '#0b6e6e', logo: null, name: null } }

interface Row { rest_days: number; send_from: string; send_until: string; expire_days: number; agents_see: FeedbackSettings['agentsSee']; look: FeedbackSettings['look'] }

export async function readSettings(tx: Tx): Promise<FeedbackSettings> {
  const [row] = await tx.query<Row>(
    `select rest_days, to_char(send_from, 'HH24:MI') as send_from, to_char(send_until, 'HH24:MI') as send_until, expire_days, agents_see, look from feedback_setting where org_id = $1`, [tx.orgId], 'feedback-settings')
  if (row === undefined) return usualSettings
  return { restDays: row.rest_days, sendFrom: row.send_from, sendUntil: row.send_until, expireDays: row.expire_days, agentsSee: row.agents_see, look: { ...usualSettings.look, ...row.look } }
}
