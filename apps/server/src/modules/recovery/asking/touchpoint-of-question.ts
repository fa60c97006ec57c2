// The touchpoint by which the second question is asked: made when it is first needed, an ordinary one that everybody finds among the others.
// It asks without the rest of the organization, since the customer was asked a few days before, and goes before other askings.
import type { Locale, RecoverySettings } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { createSurvey, createTouchpoint, publishSurvey } from '../../feedback/index.ts'
import { organizationOf } from '../../identity/index.ts'
import { usualSettings } from '../settings/recovery-settings.ts'
import { secondQuestion, secondQuestionName } from './second-question.ts'

interface Row { touchpoint_id: string | null; survey_id: string | null; asks: string | null; usable: boolean }

/** Answers its id. */
export async function touchpointOfQuestion(tx: Tx, settings: RecoverySettings): Promise<string> {
  await tx.query('insert into recovery_setting (org_id, settings) values ($1, $2) on conflict (org_id) do nothing', [tx.orgId, JSON.stringify(usualSettings)], 'furnish-recovery-settings')
  // Whoever comes second finds what the first has made.
  await tx.query('select 1 from recovery_setting where org_id = $1 for update', [tx.orgId], 'lock-recovery-setting')
  const [row] = await tx.query<Row>(
    `select r.touchpoint_id, r.survey_id, tp.survey_id as asks, s.id is not null and s.retired_at is null as usable from recovery_setting r
     left join touchpoint tp on tp.org_id = r.org_id and tp.id = r.touchpoint_id and tp.retired_at is null left join survey s on s.org_id = r.org_id and s.id = r.survey_id where r.org_id = $1`, [tx.orgId], 'question-of-recoveries')
  const { locale } = await organizationOf(tx)
  const name = secondQuestionName[locale]
  const surveyId = settings.surveyId ?? (row!.usable ? row!.survey_id! : await makeSurvey(tx, locale, name))
  if (row!.touchpoint_id !== null && row!.asks === surveyId) return row!.touchpoint_id
  const id = await createTouchpoint(tx, null, { surveyId, name, trigger: 'api', definition: { roads: ['email', 'sms'], delayMinutes: 0, restDays: 0 } })
  await tx.query('update touchpoint set position = (select min(position) - 1 from touchpoint where org_id = $1 and retired_at is null) where org_id = $1 and id = $2', [tx.orgId, id], 'question-goes-first')
  await tx.query('update recovery_setting set touchpoint_id = $2 where org_id = $1', [tx.orgId, id], 'keep-touchpoint-of-question')
  return id
}

async function makeSurvey(tx: Tx, language: Locale, name: string): Promise<string> {
  const id = await createSurvey(tx, null, { name, draft: secondQuestion(language) })
  await publishSurvey(tx, null, id)
  await tx.query('update recovery_setting set survey_id = $2 where org_id = $1', [tx.orgId, id], 'keep-survey-of-question')
  return id
}
