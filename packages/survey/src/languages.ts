// Which language is spoken, and what stands in where a text is missing.
import type { Language, SurveyDefinition, Texts } from './definition.ts'
import { own } from './json.ts'

/** The text in this language, else in its wider one (`pt` for `pt-br`), else in the fallback, else in any; '' when there is none. */
export function textIn(texts: Texts | null | undefined, language: Language, fallback: Language): string {
  for (const wanted of [language, language.split('-')[0]!, fallback]) {
    const text = own(texts, wanted)
    if (typeof text === 'string' && text.trim() !== '') return text
  }
  return Object.values(texts ?? {}).find((text) => typeof text === 'string' && text.trim() !== '') ?? ''
}

/**
 * The language of the survey that comes nearest to the first wish that can be met: a tag, or a whole Accept-Language
 * header (RFC 9110, 12.5.4). Otherwise the default one.
 */
export function pickLanguage(definition: Pick<SurveyDefinition, 'languages' | 'defaultLanguage'>, wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    for (const tag of tagsByWeight(wish ?? '')) {
      const wide = tag.split('-')[0]!
      const found = definition.languages.find((l) => l === tag) ?? definition.languages.find((l) => l === wide) ?? definition.languages.find((l) => l.split('-')[0] === wide)
      if (found !== undefined) return found
    }
  }
  return definition.defaultLanguage
}

/** Highest weight first, refused ones (q=0) left out. A header longer than any honest one is not read to its end. */
function tagsByWeight(header: string): string[] {
  return header.slice(0, 500).toLowerCase().split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = Number(parameters.find((p) => p.startsWith('q='))?.slice(2) ?? 1)
    return tag !== '' && weight > 0 ? [{ tag, weight }] : []
  }).sort((a, b) => b.weight - a.weight).map(({ tag }) => tag)
}
