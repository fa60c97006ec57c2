import type { Platform } from '../../../platform/platform.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'

/** Who joins or leaves a team joins or leaves its queues: those who look after queues need to hear of it. */
export const tellQueuesOfTeam = ({ db }: Platform): Subscriber => ({
  name: 'routing.tellQueuesOfTeam',
  async handle(orgId, events) {
    const teams = [...new Set(events.flatMap((e) => e.ids['teamId'] ?? []))]
    if (teams.length === 0) return
    await db.write(orgId, async (tx) => {
      const queues = await tx.query<{ id: string }>('select distinct queue_id as id from queue_team where org_id = $1 and team_id = any ($2)', [orgId, teams], 'queues-of-teams')
      for (const { id } of queues) tx.publish({ name: 'routing.queueChanged', ids: { queueId: id } })
    })
  },
})
