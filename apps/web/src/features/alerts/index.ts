// What other features show of alerts.
export { useBecause } from './use-because.ts'
