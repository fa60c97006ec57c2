import { useMe } from '../../../api/me.ts'
import { useNow } from '../../../ui/use-now.ts'
import { localTime } from '../../../ui/zoned-time.ts'

/** Today's date in the organization's zone, as `2026-11-22`. */
export const useToday = (): string => localTime(useNow(), useMe().organization.timeZone).slice(0, 10)
