// What is said in some language of the survey and not in another. What nobody has written in any language is no translation that is missing.
import type { Language, Option, SurveyDefinition, Texts } from '@kontuar/survey'

/** Where a text stands: a question's id, or a part of the frame of the survey. */
export type Place = string
const filled = (text: string | undefined) => text !== undefined && text.trim() !== ''

function* textsOf({ title, intro, thanks, whatNext, reviewLinks, questions }: SurveyDefinition): Generator<[Place, Texts]> {
  yield ['intro', title]
  yield ['intro', intro]
  for (const question of questions) {
    yield [question.id, question.title]
    if (question.help) yield [question.id, question.help]
    if (question.endLabels) {
      yield [question.id, question.endLabels.low]
      yield [question.id, question.endLabels.high]
    }
    for (const { label } of [...(question.options ?? []), ...(question.rows ?? [])] as Option[]) yield [question.id, label]
  }
  yield ['thanks', thanks]
  yield ['thanks', whatNext]
  for (const { label } of reviewLinks) yield ['thanks', label]
}

/** How many texts each place lacks in this language. */
export function missingTexts(definition: SurveyDefinition, language: Language): Map<Place, number> {
  const missing = new Map<Place, number>()
  for (const [place, texts] of textsOf(definition)) {
    if (filled(texts[language]) || !definition.languages.some((each) => filled(texts[each]))) continue
    missing.set(place, (missing.get(place) ?? 0) + 1)
  }
  return missing
}

export const sum = (counts: ReadonlyMap<Place, number>): number => [...counts.values()].reduce((all, each) => all + each, 0)
