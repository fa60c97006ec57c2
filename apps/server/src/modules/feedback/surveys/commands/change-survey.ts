import type { Static } from 'typebox'
import type { SurveyPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { hasAnswers, lockSurvey, type SurveyRow } from '../queries.ts'
import { checkSettings, type SurveySettings } from '../rules/check-settings.ts'
import { toDraft } from '../rules/refuse-problems.ts'

/**
 * What is asked does not change before the draft is published. The audit log keeps settings, not every stroke in the draft:
 * it saves itself every second, and the versions are kept whole. @throws Refusal
 */
export async function changeSurvey(tx: Tx, doer: Doer, id: string, patch: Static<typeof SurveyPatch>): Promise<void> {
  const row = await lockSurvey(tx, id)
  if (patch.updatedAt !== undefined && Date.parse(patch.updatedAt) !== row.updated_at.getTime()) {
    throw new Refusal('conflict', 'Somebody else changed this survey in the meantime: look at their version, then save yours again.', { updatedAt: 'is not the newest' })
  }
  const before = settingsOf(row)
  const after = { ...(await checkSettings(tx, before, patch)), retired: patch.retired ?? row.retired }
  if (before.anonymous && !after.anonymous) await refuseNamingTheAnonymous(tx, row.id)
  const draft = patch.draft === undefined ? row.draft : toDraft(patch.draft)
  const changes = Object.fromEntries((Object.keys(after) as (keyof typeof after)[]).filter((key) => shown(before[key]) !== shown(after[key])).map((key) => [key, [shown(before[key]), shown(after[key])]]))
  if (Object.keys(changes).length === 0 && patch.draft === undefined) return
  // Two saves within one millisecond must not look alike to whoever compares what they have read.
  await tx.query(
    `update survey set name = $3, anonymous = $4, draft = $5, starts_at = $6, ends_at = $7, quota = $8, mailbox_id = $9, retired_at = case when $10 then coalesce(retired_at, now()) end,
       updated_at = greatest(clock_timestamp(), updated_at + interval '1 ms') where org_id = $1 and id = $2`,
    [tx.orgId, row.id, after.name, after.anonymous, JSON.stringify(draft), after.startsAt, after.endsAt, after.quota, after.mailboxId, after.retired], 'update-survey')
  if (Object.keys(changes).length > 0) await audit(tx, doer, before.retired === after.retired ? 'survey.changed' : after.retired ? 'survey.retired' : 'survey.broughtBack', { kind: 'survey', id: row.id }, changes)
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: row.id } })
}

const settingsOf = (row: SurveyRow): SurveySettings & { retired: boolean } => ({ name: row.name, anonymous: row.anonymous, startsAt: row.starts_at, endsAt: row.ends_at, quota: row.quota, mailboxId: row.mailbox_id, retired: row.retired })
const shown = (value: string | number | boolean | Date | null) => (value instanceof Date ? value.toISOString() : value)

/** Whoever answered was told so. The other way round it holds for those who answer from now on. */
async function refuseNamingTheAnonymous(tx: Tx, surveyId: string): Promise<void> {
  // A restricted person may not see the answers that stand against it.
  await tx.seeEverything()
  if (await hasAnswers(tx, surveyId)) throw new Refusal('cannot-do', 'This survey has answers that were promised to stay anonymous: copy it and ask the copy.', { anonymous: 'cannot be taken back' })
}
