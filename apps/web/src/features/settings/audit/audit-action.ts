import type { TFunction } from 'i18next'

/** What the audit log's actions are called. One that is not here yet is shown by its code. */
export const known = [
  'session.opened', 'session.refused', 'session.ended', 'password.changed', 'password.reset', 'token.created', 'token.revoked', 'organization.created', 'organization.changed',
  'staff.created', 'staff.roleChanged', 'staff.letIn', 'staff.letOut', 'invitation.created', 'invitation.withdrawn', 'invitation.accepted',
  'mailbox.created', 'mailbox.changed', 'mailbox.retired', 'smsGateway.saved', 'smsGateway.removed', 'parked.retried',
  'status.created', 'status.changed', 'status.retired', 'status.broughtBack', 'reason.created', 'reason.changed', 'reason.retired', 'reason.broughtBack',
  'tag.created', 'tag.changed', 'tag.retired', 'tag.broughtBack', 'field.created', 'field.changed', 'field.retired', 'field.broughtBack',
  'reason.merged', 'location.created', 'location.changed', 'location.retired', 'region.created', 'region.changed', 'region.retired', 'cause.created', 'cause.changed', 'cause.retired', 'cause.broughtBack', 'taskSettings.changed', 'team.created', 'team.changed', 'team.retired', 'staff.accessChanged',
  'staff.abilityChanged',
  'survey.created', 'survey.changed', 'survey.published', 'survey.moved', 'survey.retired', 'survey.broughtBack', 'survey.answers-imported',
  'touchpoint.created', 'touchpoint.changed', 'touchpoint.retired', 'survey-invitation.created', 'survey-invitation.cancelled', 'survey-link.created', 'survey-link.changed',
  'survey-link.retired', 'survey-list.created', 'survey-list.stopped', 'kiosk.created', 'kiosk.changed', 'kiosk.renewed', 'kiosk.retired',
  'shop-source.created', 'shop-source.changed', 'shop-source.retired', 'answer.invalidated', 'answer.restored', 'quote.created', 'quote.retired',
  'feedback-settings.changed', 'customer.opted-out', 'customer.asking-changed', 'readings.settingsChanged',
  'queue.created', 'queue.changed', 'queue.retired', 'queueRule.created', 'queueRule.changed', 'queueRule.deleted', 'calendar.created', 'calendar.changed',
  'calendar.retired', 'sla-policy.created', 'sla-policy.changed', 'sla-policy.retired', 'legal-basis.added', 'cannedAnswer.created', 'cannedAnswer.changed',
  'cannedAnswer.removed', 'dashboard.changed', 'dashboard.reset', 'ownMetric.created', 'ownMetric.changed', 'markedDay.created', 'markedDay.removed', 'insight.settingsChanged',
  'facts.recounted', 'warningSettings.changed', 'warning.opened', 'warning.snoozed', 'warning.dismissed', 'warning.taskMade', 'alertRule.created', 'alertRule.changed',
  'alertRule.retired', 'alertDestination.created', 'alertDestination.changed', 'recovery.changed', 'recovery.closed', 'recovery.reopened', 'recoverySettings.changed',
  'report.created', 'report.changed', 'report.reset', 'report.retired', 'report.sent', 'report.stopped', 'report.resumed', 'report.retried',
] as const

export function auditAction(action: string, t: TFunction<'settings'>): string {
  const found = known.find((each) => each === action)
  return found ? t(`audit.action.${found}`) : action
}
