// Words that make a question worse, in three languages. Found as whole words, so "and" is not found in "brand".
import type { Language } from '../definition.ts'

interface Wording { joining: string; negating: string; leading: string; absolute: string; jargon: string }

const everywhere = 'nps|csat|ces|sla|kpi|fcr|aht|b2b|b2c|crm|touchpoint'
// As patterns: a word's endings change in Polish and Russian.
const wordings: Record<string, Wording> = {
  pl: {
    joining: 'i|oraz|a także|lub|albo',
    negating: 'nie|bez|nigdy|żaden|żadna|żadne|żadnych|nikt|nic',
    leading: 'wspaniał\\p{L}*|znakomit\\p{L}*|doskonał\\p{L}*|świetn\\p{L}*|fantastyczn\\p{L}*|wyjątkow\\p{L}*|czy nie (?:uważa|sądzi|zgadza)\\p{L}*|oczywiście|z pewnością',
    absolute: 'zawsze|nigdy|za każdym razem',
    jargon: `${everywhere}|ticket\\p{L}*|onboarding\\p{L}*|konsultant\\p{L}* pierwszej linii|proces\\p{L}* obsługow\\p{L}*|ścieżk\\p{L}* klienta|eskalacj\\p{L}*`,
  },
  ru: {
    joining: 'и|а также|или|либо',
    negating: 'не|ни|без|нет|никогда|никто|ничего',
    leading: 'прекрасн\\p{L}*|отличн\\p{L}*|замечательн\\p{L}*|великолепн\\p{L}*|превосходн\\p{L}*|разве (?:вы )?не|не (?:считаете|думаете|согласны) ли|безусловно|конечно',
    absolute: 'всегда|никогда|каждый раз',
    jargon: `${everywhere}|тикет\\p{L}*|онбординг\\p{L}*|клиентск\\p{L}* пут\\p{L}*|эскалаци\\p{L}*|саппорт\\p{L}*`,
  },
  en: {
    joining: 'and|or|as well as',
    negating: `not|no|never|none|nobody|nothing|without|cannot|(?:do|does|did|is|are|was|were|ca|wo|would|could|should|have|has)n['’]t|un(?:able|satisfied|happy|helpful|clear|likely|willing)|dis(?:agree|satisfied|like)`,
    leading: `great|excellent|amazing|wonderful|outstanding|fantastic|superb|exceptional|(?:do|would|is|was)n['’]t (?:you|it)|obviously|surely|of course`,
    absolute: 'always|never|every time',
    jargon: `${everywhere}|ticket|tickets|onboarding|customer journey|tier (?:one|1)|escalation|escalated`,
  },
}

const patterns = new Map<string, RegExp>()

/** The words of one kind in a text, as they stand in it; none where we do not know the language. */
export function wordsOfKind(kind: keyof Wording, text: string, language: Language): string[] {
  const wide = language.split('-')[0]!
  if (!Object.hasOwn(wordings, wide)) return []
  const key = `${wide} ${kind}`
  const pattern = patterns.get(key) ?? new RegExp(`(?<![\\p{L}\\p{N}])(?:${wordings[wide]![kind]})(?![\\p{L}\\p{N}])`, 'giu')
  patterns.set(key, pattern)
  return [...text.matchAll(pattern)].map(([word]) => word)
}
