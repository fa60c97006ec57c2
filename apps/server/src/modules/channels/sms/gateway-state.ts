// What the settings page shows: do messages leave? Written only when that changes, not for every message.
import type { Tx } from '../../../platform/db/database.ts'

export async function noteGatewayState(tx: Tx, sending: 'ok' | 'failing', detail: string | null): Promise<void> {
  const changed = await tx.query(
    `update sms_gateway set state = jsonb_build_object('sending', $2::text, 'detail', $3::text, 'at', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     where org_id = $1 and (state->>'sending' is distinct from $2 or state->>'detail' is distinct from $3) returning org_id`, [tx.orgId, sending, detail], 'note-sms-gateway-state')
  if (changed.length > 0) tx.publish({ name: 'channels.smsGatewayChanged', ids: {} })
}

/** Nothing is handed over for so long: the next message would fare no better. */
export async function restGateway(tx: Tx, seconds: number): Promise<void> {
  await tx.query(`update sms_gateway set rest_until = greatest(rest_until, clock_timestamp() + $2::float8 * interval '1 second') where org_id = $1`, [tx.orgId, seconds], 'rest-sms-gateway')
}
