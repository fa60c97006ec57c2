import { isStorable } from './json.ts'
import { limits } from './limits.ts'
import type { SurveyProblem } from './problems.ts'

/**
 * Whether a definition can be looked at and stored at all: not too deep, not too large, nothing that jsonb refuses. A list
 * of what waits, not recursion: hostile JSON may be deeper than the stack.
 */
export function checkSize(definition: unknown): SurveyProblem | null {
  const waiting: { value: unknown; depth: number }[] = [{ value: definition, depth: 1 }]
  let characters = 0
  for (let seen = 0; waiting.length > 0; seen++) {
    const { value, depth } = waiting.pop()!
    if (typeof value === 'string') {
      characters += value.length
      if (!isStorable(value)) return { path: [], code: 'not-storable', sentence: 'The survey contains a character that is none (NUL, or half of a pair): type that text again.' }
    }
    if (typeof value === 'number' && !Number.isFinite(value)) return { path: [], code: 'not-storable', sentence: 'The survey contains a number that is none: use finite numbers.' }
    if (depth > limits.depth) return { path: [], code: 'too-large', sentence: `The survey lies too deep in itself: ${limits.depth} levels at most.` }
    if (seen + waiting.length > limits.nodes || characters > limits.characters) return { path: [], code: 'too-large', sentence: 'The survey is too large: shorten its texts or divide it into two surveys.' }
    if (typeof value !== 'object' || value === null) continue
    const inside = Array.isArray(value) ? value : Object.entries(value).flat()
    if (inside.length > 2 * limits.nodes) return { path: [], code: 'too-large', sentence: 'The survey is too large: shorten its texts or divide it into two surveys.' }
    for (const child of inside) waiting.push({ value: child, depth: depth + 1 })
  }
  return null
}
