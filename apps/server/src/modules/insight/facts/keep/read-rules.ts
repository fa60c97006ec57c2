// What facts are counted by, read in one statement.
import type { Tx } from '../../../../platform/db/database.ts'
import type { TicketStories, TicketStory } from '../../../routing/index.ts'
import { grouping, type Belonging, type CountingRules } from '../derive/counting-rules.ts'
import { settingsAt, type SettingsVersion } from '../settings/read-settings.ts'

interface Row { settings: SettingsVersion[]; members: Belonging[]; servers: Belonging[]; merged_reasons: { id: string; into: string }[]; choice_fields: string[] }

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`
const span = (id: string, team: string) => `'id', ${id}, 'teamId', ${team}, 'since', case when l.since > '-infinity' then ${ms('l.since')} end, 'until', ${ms('l.until')}`
const selectRules = `select
  (select coalesce(json_agg(json_build_object('since', ${ms('s.since')}, 'definition', s.definition) order by s.since), '[]') from insight_setting s where s.org_id = $1) as settings,
  (select coalesce(json_agg(json_build_object(${span('l.staff_id', 'l.team_id')})), '[]') from team_membership l where l.org_id = $1 and l.staff_id = any ($2)) as members,
  (select coalesce(json_agg(json_build_object(${span('l.from_id', 'l.to_id')})), '[]') from past_link l where l.org_id = $1 and l.kind = 'queue-team') as servers,
  (select coalesce(json_agg(json_build_object('id', r.id, 'into', r.merged_into_id)), '[]') from reason r where r.org_id = $1 and r.merged_into_id is not null) as merged_reasons,
  (select coalesce(json_agg(f.id order by f.id), '[]') from custom_field f where f.org_id = $1 and f.subject = 'ticket' and f.type in ('choice', 'tree')) as choice_fields`

/** @param staffIds whose teams are asked for */
export async function readRules(tx: Tx, { timeIn, categoryOf, now }: Pick<TicketStories, 'timeIn' | 'categoryOf' | 'now'>, staffIds: readonly string[]): Promise<CountingRules> {
  const [row] = await tx.query<Row>(selectRules, [tx.orgId, staffIds], 'counting-rules')
  const { settings, members, servers, merged_reasons: mergedReasons, choice_fields: choiceFields } = row!
  return { timeIn, categoryOf, now, settingsAt: (at) => settingsAt(settings, at), ...grouping({ members, servers, mergedReasons, choiceFields }) }
}

/** Everybody who owned or wrote something in them. */
export const staffOf = (stories: readonly TicketStory[]): string[] =>
  [...new Set(stories.flatMap((s) => [s.now.assigneeId, s.begin.assigneeId, ...s.turns.flatMap((t) => [t.staffId, t.before.assigneeId, t.after.assigneeId]), ...s.entries.map((e) => e.staffId)]).filter((id) => id !== null))]
