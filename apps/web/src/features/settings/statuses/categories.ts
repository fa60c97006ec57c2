import type { Status } from '@kontuar/contracts'

export const categories = ['new', 'open', 'waiting', 'closed'] as const satisfies readonly Status['category'][]
