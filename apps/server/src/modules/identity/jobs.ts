import type { Job } from '../../platform/jobs/define.ts'
import type { Platform } from '../../platform/platform.ts'

/** Sessions and tries that have run out, answers kept for repeated requests. By the clock, see app/schedules.ts. */
export const forgetExpired = ({ db }: Platform): Job<never> => ({
  name: 'identity.forgetExpired',
  async handle() {
    await db.query('select forget_expired_access()')
  },
})
