// packages-know-no-application
import type { Clock } from '../../../apps/server/src/platform/clock.ts'

export type Mime = Clock
