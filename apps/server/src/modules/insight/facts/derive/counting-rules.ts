// By what things are counted, each as it was when they happened.
import type { InsightSettings } from '@kontuar/contracts'
import type { TicketStories } from '../../../routing/index.ts'

export interface CountingRules extends Pick<TicketStories, 'timeIn' | 'categoryOf' | 'now'>, Grouping {
  /** In force at an instant. */
  settingsAt(at: number): InsightSettings
}

export interface Grouping {
  /** Of a person then: the one that serves the queue, else the smallest id of theirs. Of nobody, or somebody without a team: the queue's, where it has one only. */
  teamOf(staffId: string | null, queueId: string | null, at: number): string | null
  /** A reason that was merged into another one is that one, at all times: else its numbers would lie in two places for ever. */
  reasonOf(reasonId: string | null): string | null
  /** Custom fields of tickets whose values stand for a choice; null: nothing chosen. */
  segmentsOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null
}

/** `since` and `until` in epoch milliseconds; null: always, still. */
export interface Belonging { id: string; teamId: string; since: number | null; until: number | null }

export function grouping({ members, servers, mergedReasons, choiceFields }: { members: readonly Belonging[]; servers: readonly Belonging[]; mergedReasons: readonly { id: string; into: string }[]; choiceFields: readonly string[] }): Grouping {
  const membersOf = Map.groupBy(members, (m) => m.id)
  const serversOf = Map.groupBy(servers, (s) => s.id)
  const into = new Map(mergedReasons.map((r) => [r.id, r.into]))
  const teamsAt = (of: readonly Belonging[] | undefined, at: number) => [...new Set((of ?? []).filter((b) => (b.since === null || b.since <= at) && (b.until === null || at < b.until)).map((b) => b.teamId))].sort()
  return {
    teamOf(staffId, queueId, at) {
      const serving = queueId === null ? [] : teamsAt(serversOf.get(queueId), at)
      const own = staffId === null ? [] : teamsAt(membersOf.get(staffId), at)
      return own.find((team) => serving.includes(team)) ?? own[0] ?? (serving.length === 1 ? serving[0]! : null)
    },
    reasonOf: (reasonId) => (reasonId === null ? null : into.get(reasonId) ?? reasonId),
    segmentsOf(fields) {
      const chosen = choiceFields.flatMap((id) => (fields[id] === undefined || fields[id] === null || fields[id] === '' ? [] : [[id, fields[id]] as const]))
      return chosen.length === 0 ? null : Object.fromEntries(chosen)
    },
  }
}
