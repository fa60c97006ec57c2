import type { Tx } from '../../../../platform/db/database.ts'

/** The team's members are exactly these from now on. */
export async function setMembers(tx: Tx, teamId: string, memberIds: readonly string[]): Promise<void> {
  await tx.query('delete from team_member where org_id = $1 and team_id = $2 and not staff_id = any ($3::uuid[])', [tx.orgId, teamId, memberIds], 'drop-team-members')
  await tx.query('insert into team_member (org_id, team_id, staff_id) select $1, $2, m from unnest($3::uuid[]) m on conflict do nothing', [tx.orgId, teamId, memberIds], 'add-team-members')
}
