// Which modules there are. Order: by tier.
import type { Module } from '../platform/module.ts'
import { createIdentityModule } from '../modules/identity/index.ts'
import { vocabularyModule } from '../modules/vocabulary/index.ts'
import { notificationsModule } from '../modules/notifications/index.ts'
import { customersModule } from '../modules/customers/index.ts'
import { diaryModule } from '../modules/diary/index.ts'
import { channelsModule } from '../modules/channels/index.ts'
import { queuesOfTeam, routingModule, usersOfLocation } from '../modules/routing/index.ts'
import { feedbackModule } from '../modules/feedback/index.ts'
import { insightModule } from '../modules/insight/index.ts'
import { alertsModule } from '../modules/alerts/index.ts'
import { recoveryModule } from '../modules/recovery/index.ts'
import { reportsModule } from '../modules/reports/index.ts'
import { forgetTheTold } from '../platform/forget.ts'
import type { SubscriberTogether } from '../platform/jobs/define.ts'
import { mailIntake } from './mail-intake.ts'
import './ports.ts'

const platformModule: Module = { jobs: (platform) => [forgetTheTold(platform)] }

export const modules: readonly Module[] = [platformModule, createIdentityModule({ mailIntake, usersOfLocation, queuesOfTeam }), vocabularyModule, notificationsModule, customersModule, diaryModule, channelsModule, routingModule, feedbackModule, insightModule, alertsModule, recoveryModule, reportsModule]

export const subscribersTogether: readonly SubscriberTogether[] = modules.flatMap((m) => m.subscribersTogether ?? [])
