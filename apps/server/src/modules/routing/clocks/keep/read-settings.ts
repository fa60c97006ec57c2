import type { SlaDefinition } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { policyFields, type CustomFieldRow, type ReasonRow } from '../policies/policy-fields.ts'
import { msOf } from './read-histories.ts'
import type { CalendarVersionRow, PolicyVersionRow, QueueRow, Settings, StatusRow } from './rules.ts'

/** All versions of all settings: a few kilobytes, in one round trip. */
export async function readSettings(tx: Tx, language?: Settings['language']): Promise<Settings> {
  const [policies, calendars, queues, statuses, orgs, reasons, customFields] = await Promise.all([
    tx.query<PolicyVersionRow>(`select p.id, p.name, p.position, v.version, v.definition, v.retired, ${msOf('v.valid_from')} as valid_from
      from sla_policy p join sla_policy_version v on v.org_id = p.org_id and v.policy_id = p.id where p.org_id = $1 order by p.position, p.created_at, p.id, v.version`, [tx.orgId], 'clock-policies'),
    tx.query<CalendarVersionRow>(`select c.id, c.name, c.is_default, v.version, v.definition, ${msOf('v.valid_from')} as valid_from
      from calendar c join calendar_version v on v.org_id = c.org_id and v.calendar_id = c.id where c.org_id = $1 order by c.id, v.version`, [tx.orgId], 'clock-calendars'),
    tx.query<QueueRow>('select id, sla_policy_id, calendar_id, legal_basis_code from queue where org_id = $1', [tx.orgId], 'clock-queues'),
    tx.query<StatusRow>('select key, name, category from ticket_status where org_id = $1', [tx.orgId], 'clock-statuses'),
    tx.query<{ time_zone: string; locale: Settings['language'] }>('select time_zone, locale from org where id = $1', [tx.orgId], 'clock-org'),
    // The tree is asked for only when some policy speaks of reasons.
    tx.query<ReasonRow>(`select id, path from reason where org_id = $1 and exists (select from sla_policy_version v where v.org_id = $1 and position('"reasonId"' in v.definition::text) > 0)`, [tx.orgId], 'clock-reasons'),
    tx.query<CustomFieldRow>(`select id, type, options from custom_field where org_id = $1 and subject = 'ticket'`, [tx.orgId], 'clock-fields'),
  ])
  return {
    policies: policies as (PolicyVersionRow & { definition: SlaDefinition })[], calendars, queues, statuses,
    fields: policyFields(reasons, customFields), timeZone: orgs[0]!.time_zone, language: language ?? spoken(orgs[0]!.locale),
  }
}

const spoken = (locale: string): Settings['language'] => (locale === 'pl' || locale === 'ru' ? locale : 'en')
