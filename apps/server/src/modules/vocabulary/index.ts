// Vocabulary: the organization's own words for its work: statuses, contact reasons, causes, tags, custom fields.
// Must never delete a word that something was called by: it is retired, and what bears it keeps it.
import type { Module } from '../../platform/module.ts'
import { causeRoutes } from './causes/routes.ts'
import { fieldRoutes } from './fields/routes.ts'
import { reasonRoutes } from './reasons/routes.ts'
import { statusRoutes } from './statuses/routes.ts'
import { tagRoutes } from './tags/routes.ts'

export { readStatuses, type StatusRow } from './statuses/queries.ts'
export { findStatus } from './statuses/rules/find-status.ts'
export { refuseForbiddenMove } from './statuses/rules/move.ts'
export { statusAfterCustomerMessage } from './statuses/rules/after-customer-message.ts'
export { checkFieldValues } from './fields/check-field-values.ts'
export { refuseUnfilled } from './fields/refuse-unfilled.ts'
export { requiredToEnter, type Entering } from './fields/required-to-enter.ts'
export { refuseUnknownReason } from './reasons/refuse-unknown-reason.ts'
export { refuseUnknownCause } from './causes/refuse-unknown-cause.ts'
export { refuseUnknownTags } from './tags/refuse-unknown-tags.ts'

export const vocabularyModule: Module = {
  routes: (implement, platform) => {
    statusRoutes(implement, platform)
    reasonRoutes(implement, platform)
    causeRoutes(implement, platform)
    tagRoutes(implement, platform)
    fieldRoutes(implement, platform)
  },
}
