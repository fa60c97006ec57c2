// How service is counted, by version: what happened at an instant is counted as settings had it then.
import type { InsightSettings } from '@kontuar/contracts'

/** Until an organization says otherwise. */
export const usualSettings: InsightSettings = { answerWithinSeconds: 20, answerWithinByQueue: {}, shortAbandonSeconds: 5, repeatWindowDays: 7, complaintWindowDays: 90 }

/** `since` in epoch milliseconds, rising. */
export interface SettingsVersion { since: number; definition: InsightSettings }

export const settingsAt = (versions: readonly SettingsVersion[], at: number): InsightSettings => versions.findLast((v) => v.since <= at)?.definition ?? usualSettings
