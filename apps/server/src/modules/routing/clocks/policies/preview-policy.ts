// What a change of policy would move: open tickets counted with the settings as they are and as they would be. Nothing is stored.
import type { Static } from 'typebox'
import type { PolicyChangePreview, SlaPolicyPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { deriveClocks } from '../derive/derive-clocks.ts'
import type { ClockRules, DerivedClock, TicketHistory } from '../derive/types.ts'
import { readHistories } from '../keep/read-histories.ts'
import { readSettings } from '../keep/read-settings.ts'
import { rulesOf, type PolicyVersionRow, type Settings } from '../keep/rules.ts'
import { clockKey } from '../keep/stored-clocks.ts'
import { checkPolicy } from './check-policy.ts'
import { getPolicy } from './policy-row.ts'
import { readGround } from './read-ground.ts'

type Preview = Static<typeof PolicyChangePreview>

/** The newest open tickets; looking at more would keep a person waiting. */
const most = 5000
const chunk = 500
const shown = 50

/** @throws Refusal as the change itself would */
export async function previewPolicy(tx: Tx, id: string, patch: Static<typeof SlaPolicyPatch>): Promise<Preview> {
  const policy = await getPolicy(tx, id)
  const [settings, tickets] = await Promise.all([readSettings(tx), openTickets(tx)])
  const { now } = settings
  const definition = patch.definition === undefined ? policy.definition : checkPolicy(patch.definition, await readGround(tx))
  const retired = patch.retired ?? policy.retired_at !== null
  const before = rulesOf(settings)
  const after = rulesOf({ ...settings, policies: changed(settings.policies, { ...policy, definition, retired, position: patch.position ?? policy.position }, now) })

  const preview: Preview = { checked: 0, moved: 0, examples: [] }
  for (let i = 0; i < tickets.length; i += chunk) {
    const part = new Map(tickets.slice(i, i + chunk).map((t) => [t.id, t]))
    for (const { id: ticketId, history } of await readHistories(tx, [...part.keys()])) {
      const { concerned, moves } = compare(history, before, after, now, id)
      if (!concerned) continue
      preview.checked++
      if (moves.length === 0) continue
      preview.moved++
      const { number, subject } = part.get(ticketId)!
      for (const move of moves) if (preview.examples.length < shown) preview.examples.push({ ticketId, number, subject, ...move })
    }
  }
  return preview
}

const openTickets = (tx: Tx) => tx.query<{ id: string; number: number; subject: string }>(
  `select id, number, subject from ticket where org_id = $1 and status_category <> 'closed' order by updated_at desc, id desc limit ${most}`, [tx.orgId], 'newest-open-tickets')

interface Change { id: string; name: string; position: number; version: number; definition: Settings['policies'][number]['definition']; retired: boolean }

function changed(policies: readonly PolicyVersionRow[], change: Change, now: number): PolicyVersionRow[] {
  const next: PolicyVersionRow = { ...change, version: change.version + 1, valid_from: now }
  // The sort is stable, so that among equals the older one stays first.
  return [...policies.map((p) => (p.id === change.id ? { ...p, position: change.position } : p)), next].toSorted((a, b) => a.position - b.position || (a.id === b.id ? a.version - b.version : 0))
}

interface Move { kind: DerivedClock['kind']; from: string | null; to: string | null }

/** Concerned: held to the policy before or after. */
function compare(history: TicketHistory, before: ClockRules, after: ClockRules, now: number, policyId: string): { concerned: boolean; moves: Move[] } {
  const running = (rules: ClockRules) => deriveClocks(history, rules, now).filter((c) => c.stoppedAt === null)
  const old = running(before)
  const next = new Map(running(after).map((c) => [clockKey(c.kind, c.cycle), c]))
  const moves: Move[] = []
  const note = (kind: Move['kind'], from: number | null, to: number | null) => { if (from !== to) moves.push({ kind, from: iso(from), to: iso(to) }) }
  for (const clock of old) {
    const key = clockKey(clock.kind, clock.cycle)
    note(clock.kind, clock.dueAt, next.get(key)?.dueAt ?? null)
    next.delete(key)
  }
  for (const clock of next.values()) note(clock.kind, null, clock.dueAt)
  const concerned = [before, after].some((rules) => rules.policyAt(history.now, now)?.id === policyId)
  return { concerned, moves }
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
