/** The back-test stands in the address, so that it can be left, found again and sent to a colleague. */
interface RuleSearch { test?: string }

export const readRuleSearch = ({ test }: Record<string, unknown>): RuleSearch => (typeof test === 'string' && /^[\w-]{1,64}$/.test(test) ? { test } : {})
