// Which warning is to be looked at first. Pure.
import type { Warning, WarningKind } from '@kontuar/contracts'
import { isSlow } from './said.ts'

/** 0: customers may be lost this very hour; then harm that is done, then what people think, then what is not known. */
const ranks: Record<WarningKind, number> = {
  'silence': 0, 'sources-disagree': 1, 'complaints-rise': 1, 'repeated-complaints': 1, 'abandoned-rise': 1,
  'nps-falls': 2, 'step-falls': 2, 'reason-rises': 2, 'fewer-good-reviews': 2, 'little-feedback': 3, 'no-feedback': 3, 'sums-healed': 4,
}
/** What chance does as well can wait for what it does not. */
const rankOf = ({ kind, p }: Weighed): number => ranks[kind] + (isSlow({ p }) ? 3 : 0)
type Weighed = Pick<Warning, 'id' | 'kind' | 'p' | 'beganAt'>

/** Within a rank the least probable by chance, then the newest. */
export const byUrgency = (one: Weighed, other: Weighed): number =>
  rankOf(one) - rankOf(other) || (one.p ?? 1) - (other.p ?? 1) || other.beganAt.localeCompare(one.beganAt) || one.id.localeCompare(other.id)
