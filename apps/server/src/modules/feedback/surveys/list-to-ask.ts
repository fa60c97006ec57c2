// Surveys that ask now, for whoever asks from a ticket: an agent reads neither drafts nor results, but what is asked of the customer.
import type { SurveyToAsk } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

/** More than anybody would choose from; the newest. */
const most = 200

/** In the version that is asked. The quota is looked at when the answer comes. */
export const listToAsk = (tx: Tx): Promise<SurveyToAsk[]> => tx.query<SurveyToAsk>(
  `select s.id, s.name, s.version, s.anonymous, v.definition from survey s join survey_version v on v.org_id = s.org_id and v.survey_id = s.id and v.version = s.version
   where s.org_id = $1 and s.state = 'active' and s.retired_at is null and (s.starts_at is null or s.starts_at <= now()) and (s.ends_at is null or s.ends_at > now()) order by s.id desc limit $2`, [tx.orgId, most], 'surveys-to-ask')
