// Addresses behind which nobody reads. A wrong "yes" only means that nothing is sent there by itself.
const robots = /^(?:(?:no|do[-_.]?not|dont|nie)[-_.]?(?:reply|respond|odpowiadaj|odpowiadac)|noreply.*|.*[-_.+]noreply|mailer[-_.]?daemon|postmaster|bounces?(?:[-_.+=].*)?|.*[-_.]bounces?|double[-_.]?bounce|listserv|majordomo|mailman|.*-(?:request|owner|bounces)|owner-.*|nobody|root|daemon|null|abuse|auto[-_.]?(?:reply|responder|mailer)|notifications?|powiadomienia|newsletter)$/i

/** True for noreply@, mailer-daemon@, list machinery and the like. */
export const isRobotAddress = (address: string): boolean => {
  const at = address.lastIndexOf('@')
  return at < 1 || robots.test(address.slice(0, Math.min(at, 200)))
}
