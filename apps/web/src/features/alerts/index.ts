// What other features show of alerts.
export { useBecause } from './use-because.ts'
export { useInWords } from './rules/rule-queries.ts'
export { keyOf as keyOfRecipient, recipientOf } from './rules/words/recipient-key.ts'
