// Conditions as one sentence, to be read and not to be changed. Pure: names and words are given.
import type { ConditionRule } from '@kontuar/conditions'
import { isGroup, shapeOf, type Node } from './condition-tree.ts'

export interface SentenceWords {
  locale: string
  /** Of one rule: its template with the values already joined. */
  rule(rule: ConditionRule, values: string): string
  /** One value as it is called. */
  value(rule: ConditionRule, value: unknown): string
  period(amount: number, unit: string): string
  not(inside: string): string
}

const list = (locale: string, type: 'conjunction' | 'disjunction', parts: readonly string[]) => new Intl.ListFormat(locale, { type, style: 'long' }).format(parts)

/** Empty when nothing is asked. */
export function sentenceOf(node: Node, words: SentenceWords, nested = false): string {
  if (node.muted) return ''
  if (!isGroup(node)) return words.rule(node, valuesOf(node, words))
  const parts = node.rules.map((child) => sentenceOf(child, words, true)).filter((part) => part !== '')
  if (parts.length === 0) return ''
  const said = list(words.locale, node.combinator === 'or' ? 'disjunction' : 'conjunction', parts)
  if (node.not) return words.not(said)
  return nested && parts.length > 1 ? `(${said})` : said
}

function valuesOf(rule: ConditionRule, words: SentenceWords): string {
  const { value } = rule
  switch (shapeOf(rule.operator)) {
    case 'none': return ''
    case 'period': {
      const { amount, unit } = (value ?? {}) as { amount?: number; unit?: string }
      return words.period(amount ?? 0, unit ?? 'hours')
    }
    case 'two': return list(words.locale, 'conjunction', (Array.isArray(value) ? value : []).map((each) => words.value(rule, each)))
    default: return list(words.locale, rule.operator === 'containsAll' ? 'conjunction' : 'disjunction', (Array.isArray(value) ? value : [value]).map((each) => words.value(rule, each)))
  }
}
