// A rule that does not exist yet, as if it had been there since the beginning of the past it is laid over.
import type { AlertRuleDefinition } from '@kontuar/contracts'
import { compileRules, type CompiledRules } from '../watching/compile/compiled-rule.ts'
import type { AlertWords } from '../rules/fields/alert-words.ts'

const pastId = '00000000-0000-0000-0000-000000000000'

export const pastRule = (definition: AlertRuleDefinition, from: number, words: AlertWords, zone: string): CompiledRules => compileRules([{ id: pastId, version: 1, urgent: false, since: from, definition }], words, zone)
