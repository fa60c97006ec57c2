import { dayIn } from '@kontuar/contracts'
import { useMe } from '../../../api/me.ts'
import { useNow } from '../../../ui/use-now.ts'

/** Today's date in the organization's zone; it turns at its midnight while the screen is open. */
export const useToday = (): string => dayIn(useNow(), useMe().organization.timeZone)
