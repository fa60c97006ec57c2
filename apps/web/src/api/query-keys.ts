// Every TanStack Query key of the application. Live events name these (src/live/what-changed.ts), so a key written
// elsewhere would never hear of news.
type Filter = Record<string, unknown>

export const queryKeys = {
  me: ['me'] as const,
  status: ['status'] as const,
  tickets: {
    all: ['tickets'] as const,
    lists: ['tickets', 'list'] as const,
    list: (filter: Filter) => ['tickets', 'list', filter] as const,
    counts: ['tickets', 'counts'] as const,
    one: (id: string) => ['tickets', 'one', id] as const,
    timeline: (id: string) => ['tickets', 'one', id, 'timeline'] as const,
    draft: (id: string) => ['tickets', 'one', id, 'draft'] as const,
  },
  customers: {
    all: ['customers'] as const,
    lists: ['customers', 'list'] as const,
    list: (filter: Filter) => ['customers', 'list', filter] as const,
    one: (id: string) => ['customers', 'one', id] as const,
    tickets: (id: string) => ['customers', 'one', id, 'tickets'] as const,
    diary: (id: string) => ['customers', 'one', id, 'diary'] as const,
  },
  parked: { all: ['parked'] as const, list: (filter: Filter) => ['parked', 'list', filter] as const },
  mailboxes: { all: ['mailboxes'] as const, list: ['mailboxes', 'list'] as const, one: (id: string) => ['mailboxes', 'one', id] as const },
  staff: ['staff'] as const,
  invitations: ['invitations'] as const,
  sessions: ['sessions'] as const,
  tokens: ['tokens'] as const,
  audit: (filter: Filter) => ['audit', filter] as const,
}
