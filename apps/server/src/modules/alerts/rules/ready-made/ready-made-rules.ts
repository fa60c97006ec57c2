// Rules to begin with. Each tells whoever is in charge by their part in the matter; words and numbers are a beginning, and meant to be changed.
import { warningKinds, type AlertDeliveryWish, type AlertRuleDefinition, type Conditions, type Locale, type NewAlertRule } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { importantTag, readyMade, ruleNames, seriousWords, type ReadyMade } from './ready-made-words.ts'

export async function readyMadeRules(tx: Tx, language: Locale): Promise<NewAlertRule[]> {
  const tags = await tx.query<{ id: string; name: string }>('select id, name from tag where org_id = $1 and retired_at is null order by lower(name)', [tx.orgId], 'tags-of-ready-made')
  const important = tags.filter(({ name }) => importantTag.test(name)).map(({ id }) => id)
  return readyMade.map((name) => ({ name: ruleNames[language][name], definition: definitionOf(name, important), delivery: deliveries[name] }))
}

type Rule = { field: string; operator: string; value?: unknown }
const all = (...rules: Rule[]): Conditions => ({ combinator: 'and', rules })
const any = (...rules: Rule[]): Conditions => ({ combinator: 'or', rules })
const is = (field: string, value: string): Rule => ({ field, operator: '=', value })

function definitionOf(name: ReadyMade, important: readonly string[]): AlertRuleDefinition {
  switch (name) {
    case 'bad-rating': return { kind: 'event', on: 'answer', where: all(is('tone', 'low')) }
    case 'three-bad': return { kind: 'sequence', on: 'answer', fits: all(is('tone', 'low')), among: all({ field: 'tone', operator: 'notNull' }), each: 'location', n: 3 }
    // Without a tag that says so, whoever has any is known for something.
    case 'important-complains': return { kind: 'event', on: 'ticket', where: all(is('happened', 'complaint'), important.length > 0 ? { field: 'customerTagIds', operator: 'containsAny', value: important } : { field: 'customerTagIds', operator: 'notNull' }) }
    case 'key-word': return { kind: 'event', on: 'interaction', where: any(...seriousWords.map((value) => ({ field: 'text', operator: 'mentions', value }))) }
    case 'negative': return { kind: 'event', on: 'interaction', where: all(is('sentiment', 'negative')) }
    case 'breach': return { kind: 'event', on: 'breach', where: all(is('happened', 'breached')) }
    case 'nps-falls': return { kind: 'figure', metric: 'nps', where: null, each: 'channel', days: 28, test: { test: 'falls', by: 10, against: 'before' }, minimum: 30, noData: 'quiet' }
    case 'reason-grows': return { kind: 'figure', metric: 'tickets-opened', where: null, each: 'reason', days: 14, test: { test: 'share-grows', by: 0.05, against: 'before' }, minimum: 50, noData: 'quiet' }
    case 'trend': return { kind: 'figure', metric: 'csat', where: null, each: 'all', days: 7, test: { test: 'trend', direction: 'down', weeks: 8 }, minimum: 80, noData: 'tell', noDataDays: 28 }
    case 'silence': return { kind: 'silence', on: 'interaction', where: null, each: 'all', hours: 8, calendarId: null }
    case 'warnings': return { kind: 'warning', kinds: [...warningKinds] }
  }
}

const told: AlertDeliveryWish = { recipients: [{ to: 'location-manager' }], roads: ['app', 'mail'], destinationIds: [], urgent: false, when: 'at-once', groupMinutes: 5, escalation: [], calendarId: null, task: null }
const toOwner: AlertDeliveryWish = { ...told, recipients: [{ to: 'owner' }, { to: 'location-manager' }] }
const toManagers: AlertDeliveryWish = { ...told, recipients: [{ to: 'role', role: 'manager' }] }
const climbs: AlertDeliveryWish['escalation'] = [{ afterMinutes: 120, recipients: [{ to: 'region-manager' }, { to: 'role', role: 'manager' }] }]

const deliveries: Record<ReadyMade, AlertDeliveryWish> = {
  'bad-rating': { ...toOwner, escalation: climbs, task: { owner: { to: 'owner' }, dueInHours: 8 } },
  'three-bad': { ...told, roads: ['app', 'push', 'mail'], escalation: climbs },
  'important-complains': { ...toOwner, roads: ['app', 'push', 'mail'], urgent: true, groupMinutes: 0, escalation: climbs },
  'key-word': { ...toOwner, roads: ['app', 'push', 'mail'] },
  'negative': { ...toOwner, when: 'daily', groupMinutes: 0 },
  'breach': { ...toOwner, groupMinutes: 5 },
  'nps-falls': toManagers, 'reason-grows': toManagers, 'trend': { ...toManagers, when: 'weekly', groupMinutes: 0 }, 'silence': { ...toManagers, roads: ['app', 'push', 'mail'] }, 'warnings': toManagers,
}
