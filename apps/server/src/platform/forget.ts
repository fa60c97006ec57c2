// Keeps the tables of the platform from growing for ever.
import type { Job } from './jobs/define.ts'
import type { Platform } from './platform.ts'

/** A browser that slept longer than this loads anew instead of catching up. */
export const eventDays = 30

export const forgetTheTold = ({ db }: Platform): Job<never> => ({
  name: 'platform.forgetTheTold',
  async handle() {
    await db.query('select forget_the_told($1)', [eventDays])
  },
})
