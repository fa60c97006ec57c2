// web-knows-no-server
import type { Clock } from '../../../../server/src/platform/clock.ts'
// feature-by-its-face
import { inner } from '../customers/inner.ts'

export type Tickets = Clock | typeof inner
