// platform-knows-no-domain
import type { number } from '../modules/diary/index.ts'

export type Clock = typeof number
