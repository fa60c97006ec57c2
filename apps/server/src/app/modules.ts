// Which modules there are, and what each brings. Order: by tier.
import type { Implement } from '../platform/http/implement.ts'
import type { Job, Subscriber } from '../platform/jobs/define.ts'
import type { Platform } from '../platform/platform.ts'

export interface Module {
  routes?(implement: Implement, platform: Platform): void
  jobs?(platform: Platform): readonly Job<never>[]
  subscribers?(platform: Platform): readonly Subscriber[]
}

export const modules: readonly Module[] = []
