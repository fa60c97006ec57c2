// What other features show of saved views.
export { SavedViews } from './SavedViews.tsx'
export { useSavedCounts, useViews } from './use-views.ts'
export { asConditions } from './as-conditions.ts'
