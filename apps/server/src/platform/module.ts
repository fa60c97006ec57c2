// What a module may bring to the composition (app/modules.ts).
import type { Implement } from './http/implement.ts'
import type { Job, Subscriber } from './jobs/define.ts'
import type { Platform } from './platform.ts'

export interface Module {
  routes?(implement: Implement, platform: Platform): void
  jobs?(platform: Platform): readonly Job<never>[]
  subscribers?(platform: Platform): readonly Subscriber[]
}
