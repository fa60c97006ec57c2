import type { Tx } from '../../../../platform/db/database.ts'
import { policyFields, type CustomFieldRow, type ReasonRow } from '../policies/policy-fields.ts'
import { msOf } from './read-histories.ts'
import type { CalendarVersionRow, PolicyVersionRow, QueueRow, Settings, StatusRow } from './rules.ts'

/** JSON knows no infinity: null is "always has been". */
type Versions<Row> = (Omit<Row, 'valid_from'> & { valid_from: number | null })[]
interface Ground {
  now: number; time_zone: string; locale: string; policies: Versions<PolicyVersionRow>; calendars: Versions<CalendarVersionRow>; queues: QueueRow[]; statuses: StatusRow[]; reasons: ReasonRow[]; custom_fields: CustomFieldRow[]
}

const validFrom = `case when v.valid_from > '-infinity' then ${msOf('v.valid_from')} end`
const listOf = (row: string, from: string, order: string) => `(select coalesce(json_agg(json_build_object(${row}) order by ${order}), '[]') from ${from})`
const readGround = `select ${msOf('clock_timestamp()')} as now, o.time_zone, o.locale,
  ${listOf(`'id', p.id, 'name', p.name, 'position', p.position, 'version', v.version, 'definition', v.definition, 'retired', v.retired, 'valid_from', ${validFrom}`,
    'sla_policy p join sla_policy_version v on v.org_id = p.org_id and v.policy_id = p.id where p.org_id = $1', 'p.position, p.created_at, p.id, v.version')} as policies,
  ${listOf(`'id', c.id, 'name', c.name, 'is_default', c.is_default, 'version', v.version, 'definition', v.definition, 'valid_from', ${validFrom}`,
    'calendar c join calendar_version v on v.org_id = c.org_id and v.calendar_id = c.id where c.org_id = $1', 'c.id, v.version')} as calendars,
  ${listOf(`'id', q.id, 'sla_policy_id', q.sla_policy_id, 'calendar_id', q.calendar_id, 'legal_basis_code', q.legal_basis_code`, 'queue q where q.org_id = $1', 'q.id')} as queues,
  ${listOf(`'key', s.key, 'name', s.name, 'category', s.category`, 'ticket_status s where s.org_id = $1', 's.position')} as statuses,
  ${listOf(`'id', r.id, 'path', r.path`, `reason r where r.org_id = $1 and exists (select from sla_policy_version v where v.org_id = $1 and position('"reasonId"' in v.definition::text) > 0)`, 'r.id')} as reasons,
  ${listOf(`'id', f.id, 'type', f.type, 'options', f.options`, `custom_field f where f.org_id = $1 and f.subject = 'ticket'`, 'f.id')} as custom_fields
  from org o where o.id = $1`

/**
 * All versions of all settings in one statement: a few kilobytes, on the road of every mail. The tree of reasons comes
 * along only when some policy speaks of it. `now` is the clock of the database, which also stamps the versions.
 */
export async function readSettings(tx: Tx, language?: Settings['language']): Promise<Settings & { now: number }> {
  const [ground] = await tx.query<Ground>(readGround, [tx.orgId], 'clock-settings')
  const { now, time_zone, locale, policies, calendars, queues, statuses, reasons, custom_fields } = ground!
  return {
    now, policies: policies.map(sinceEver), calendars: calendars.map(sinceEver), queues, statuses, fields: policyFields(reasons, custom_fields),
    timeZone: time_zone, language: language ?? (locale === 'pl' || locale === 'ru' ? locale : 'en'),
  }
}

const sinceEver = <Row extends { valid_from: number | null }>(row: Row) => ({ ...row, valid_from: row.valid_from ?? Number.NEGATIVE_INFINITY })
