// Rules as they are stored, with what each has done.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'

export interface RuleRow {
  id: string; name: string; version: number; active: boolean; retired: boolean; since: Date; definition: AlertRuleDefinition; delivery: AlertDeliveryWish; created_by_name: string | null; updated_at: Date
  last_fired_at: Date | null; open: number; last_week: number; no_data: number; looked_at: Date | null
}

export const selectRules = `select r.id, r.name, r.version, r.active, r.retired_at is not null as retired, r.since, r.definition, r.delivery, s.name as created_by_name, r.updated_at,
    (select max(a.last_at) from alert a where a.org_id = r.org_id and a.rule_id = r.id) as last_fired_at,
    (select count(*)::int from alert a where a.org_id = r.org_id and a.rule_id = r.id and a.state <> 'resolved' and not a.no_data) as open,
    (select count(*)::int from alert_firing f join alert a on a.org_id = f.org_id and a.id = f.alert_id where f.org_id = r.org_id and f.rule_id = r.id and f.at > now() - interval '7 days' and not a.no_data) as last_week,
    (select count(*)::int from alert_watch w where w.org_id = r.org_id and w.rule_id = r.id and w.version = r.version and w.memory->>'noData' = 'true') as no_data,
    (select w.looked_at from alert_watch w where w.org_id = r.org_id and w.rule_id = r.id and w.version = r.version and w.place = '*') as looked_at
  from alert_rule r left join staff s on s.org_id = r.org_id and s.id = r.created_by`
