// What happens by the clock (UTC), on whichever worker comes first.
export const schedules: readonly { cron: string; job: string }[] = [
  { cron: '17 3 * * *', job: 'platform.forgetTheTold' },
  { cron: '* * * * *', job: 'channels.sweepStrandedMail' },
  { cron: '* * * * *', job: 'channels.sweepOutgoing' },
  { cron: '* * * * *', job: 'channels.sweepSms' },
  { cron: '53 3 * * *', job: 'channels.forgetWithheld' },
  { cron: '57 3 * * *', job: 'channels.forgetSms' },
  { cron: '17 * * * *', job: 'identity.forgetExpired' },
  { cron: '41 2 * * *', job: 'routing.checkViewCounts' },
  { cron: '29 2 * * *', job: 'feedback.checkTallies' },
  { cron: '* * * * *', job: 'feedback.sweepFacts' },
  { cron: '* * * * *', job: 'feedback.sweepInvitations' },
  { cron: '* * * * *', job: 'routing.sweepClocks' },
  { cron: '* * * * *', job: 'routing.lookRound' },
  { cron: '* * * * *', job: 'insight.closeWindows' },
  { cron: '* * * * *', job: 'insight.sweepFacts' },
  { cron: '37 2 * * *', job: 'insight.checkSums' },
  { cron: '0 * * * *', job: 'insight.noteWork' },
  { cron: '*/10 * * * *', job: 'insight.orderLooks' },
  { cron: '13 * * * *', job: 'insight.furnishReadings' },
  { cron: '23 * * * *', job: 'insight.lookAtTopics' },
  { cron: '11 2 * * *', job: 'insight.learnInTheNight' },
  { cron: '12 * * * *', job: 'alerts.orderLooks' },
  { cron: '27 * * * *', job: 'alerts.tellRuleProblems' },
  { cron: '* * * * *', job: 'notifications.orderDigests' },
  { cron: '* * * * *', job: 'notifications.sweep' },
  { cron: '41 3 * * *', job: 'notifications.forget' },
  { cron: '* * * * *', job: 'reports.plan' },
  { cron: '* * * * *', job: 'reports.sweep' },
]

/** What data from before an upgrade needs; ordered whenever the database was brought up to date. */
export const afterUpgrade: readonly string[] = ['insight.furnish', 'insight.furnishReadings']
