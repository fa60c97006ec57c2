// By which hours silence counts: a calendar of its own, else the organization's, else time as it passes. As they are now: a rule looks ahead.
import type { Tx } from '../../../../platform/db/database.ts'
import { businessClock } from '../../../routing/index.ts'
import type { OpenTime } from '../judge/silence.ts'

export const readOpenTime = (tx: Tx, calendarId: string | null): Promise<OpenTime> => businessClock(tx, calendarId)
