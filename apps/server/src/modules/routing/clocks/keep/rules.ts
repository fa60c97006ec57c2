// The settings clocks are held to, by version, as the pure derivation asks for them.
import type { HolidayLanguage } from '@kontuar/calendar'
import { ConditionsError, toPredicate, type ConditionGroup } from '@kontuar/conditions'
import type { SlaDefinition } from '@kontuar/contracts'
import { businessTime } from '../calendars/business-time.ts'
import type { CalendarInForce, Category, ClockRules, ClockTime, Facts, PolicyInForce } from '../derive/types.ts'
import type { PolicyFields } from '../policies/policy-fields.ts'

/** One version; `validFrom` is epoch milliseconds or -Infinity. */
export interface PolicyVersionRow { id: string; name: string; position: number; version: number; definition: SlaDefinition; retired: boolean; valid_from: number }
export interface CalendarVersionRow { id: string; name: string; is_default: boolean; version: number; definition: unknown; valid_from: number }
export interface QueueRow { id: string; sla_policy_id: string | null; calendar_id: string | null; legal_basis_code: string | null }
export interface StatusRow { key: string; name: string; category: Category }

export interface Settings {
  /** Policies by position, the versions of each rising. */
  policies: readonly PolicyVersionRow[]
  calendars: readonly CalendarVersionRow[]
  queues: readonly QueueRow[]
  statuses: readonly StatusRow[]
  fields: PolicyFields
  /** Of the organization: its zone decides what a date is, in conditions and in terms of law. */
  timeZone: string
  language: HolidayLanguage
}

interface PolicyVersion { row: PolicyVersionRow; policy: PolicyInForce; fits(facts: Facts): boolean }

export function rulesOf(settings: Settings): ClockRules {
  const policies = Map.groupBy(settings.policies, (p) => p.id)
  const versions = new Map([...policies].map(([id, rows]) => [id, rows.map((row): PolicyVersion => ({ row, policy: { id, version: row.version, name: row.name, definition: row.definition }, fits: fitting(row, settings) }))]))
  const calendars = Map.groupBy(settings.calendars, (c) => c.id)
  const byDefault = settings.calendars.find((c) => c.is_default)?.id ?? null
  const queues = new Map(settings.queues.map((q) => [q.id, q]))
  const categories = new Map(settings.statuses.map((s) => [s.key, s.category]))
  const times = new Map<CalendarVersionRow, ClockTime>()

  const inForce = (row: CalendarVersionRow): CalendarInForce => {
    let time = times.get(row)
    if (time === undefined) times.set(row, time = businessTime(row.definition, settings.language))
    return { id: row.id, version: row.version, time }
  }
  const queueOf = (facts: Facts) => (facts.queueId === null ? undefined : queues.get(facts.queueId))
  const policyOf = (id: string | null | undefined, at: number) => {
    const version = id ? versions.get(id)?.findLast((v) => v.row.valid_from <= at) : undefined
    return version === undefined || version.row.retired ? null : version
  }

  return {
    policyAt(facts, at) {
      const named = policyOf(queueOf(facts)?.sla_policy_id, at)
      if (named !== null) return named.policy
      for (const id of versions.keys()) {
        const version = policyOf(id, at)
        if (version?.fits(facts)) return version.policy
      }
      return null
    },
    calendarAt(policy, facts, at) {
      for (const id of [policy.definition.calendarId, queueOf(facts)?.calendar_id, byDefault]) {
        const row = id ? calendars.get(id)?.findLast((c) => c.valid_from <= at) : undefined
        if (row !== undefined) return inForce(row)
      }
      return null
    },
    policyVersion: (id, version) => versions.get(id)?.find((v) => v.row.version === version)?.policy ?? null,
    calendarVersion: (id, version) => {
      const row = calendars.get(id)?.find((c) => c.version === version)
      return row === undefined ? null : inForce(row)
    },
    categoryOf: (status) => categories.get(status) ?? 'open',
  }
}

/** Compiled when first asked; conditions whose field is gone fit nothing, as the check tells whoever edits them. */
function fitting({ definition }: PolicyVersionRow, { fields, timeZone }: Settings): (facts: Facts) => boolean {
  let fits: ((facts: Facts) => boolean) | null = null
  return (facts) => {
    try {
      fits ??= toPredicate(definition.conditions as ConditionGroup, fields, { now: new Date(0), timeZone, me: null })
    } catch (error) {
      if (!(error instanceof ConditionsError)) throw error
      fits = () => false
    }
    return fits(facts)
  }
}
