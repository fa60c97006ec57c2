// Which modules there are. Order: by tier.
import type { Module } from '../platform/module.ts'
import { createIdentityModule } from '../modules/identity/index.ts'
import { vocabularyModule } from '../modules/vocabulary/index.ts'
import { customersModule } from '../modules/customers/index.ts'
import { diaryModule } from '../modules/diary/index.ts'
import { channelsModule } from '../modules/channels/index.ts'
import { forgetTheTold } from '../platform/forget.ts'
import { mailIntake } from './mail-intake.ts'

const platformModule: Module = { jobs: (platform) => [forgetTheTold(platform)] }

export const modules: readonly Module[] = [platformModule, createIdentityModule({ mailIntake }), vocabularyModule, customersModule, diaryModule, channelsModule]
