// Who reads comments may have changed: the search of tickets is everybody's, so it holds them only while everybody may read them.
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { forgetRatingWords } from '../../diary/index.ts'
import { readSettings } from '../asking/index.ts'

/** A change of settings may concern years of answers: not all in one transaction. */
const atOnce = 1000

export const showComments = ({ db }: Platform): Subscriber => ({
  name: 'feedback.showComments',
  async handle(orgId) {
    const shown = await db.write(orgId, async (tx) => {
      const { agentsSee } = await readSettings(tx)
      if (agentsSee !== 'all') await forgetRatingWords(tx)
      return agentsSee === 'all'
    })
    if (!shown) return
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const last = await db.write(orgId, async (tx) => {
        const rows = await tx.query<{ id: string; interaction_id: string }>(
          'select id, interaction_id from answer where org_id = $1 and id > $2 and comment is not null and interaction_id is not null order by id limit $3', [orgId, after, atOnce], 'comments-to-show')
        tx.publish(...rows.map((r) => ({ name: 'feedback.commentWritten', ids: { answerId: r.id, interactionId: r.interaction_id } })))
        return rows.length < atOnce ? null : rows.at(-1)!.id
      })
      if (last === null) return
      after = last
    }
  },
})
