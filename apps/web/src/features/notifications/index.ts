// Whether and how this browser is told.
export { PushRefused, allowThisBrowser, forgetThisBrowser, keptSubscription, pushAbility } from './push-browser.ts'
