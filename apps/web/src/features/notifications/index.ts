// Whether and how this browser is told.
export { PushRefused, allowThisBrowser, forgetThisBrowser, keptSubscription, pushAbility } from './push-browser.ts'
// What tells of a thing is read by opening it.
export { useReadWhenOpened } from './use-notifications.ts'
