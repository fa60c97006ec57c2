// Which modules there are. Order: by tier.
import type { Module } from '../platform/module.ts'
import { identityModule } from '../modules/identity/index.ts'
import { customersModule } from '../modules/customers/index.ts'
import { diaryModule } from '../modules/diary/index.ts'

export const modules: readonly Module[] = [identityModule, customersModule, diaryModule]
