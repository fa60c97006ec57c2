// What publishing changes for those who answer, as facts that the screen says in words.
import type { Question, SurveyDefinition } from '@kontuar/survey'

export interface Changes {
  added: readonly Question[]
  /** Their answers stay with the versions that asked them. */
  removed: readonly Question[]
  changed: readonly Question[]
  reordered: boolean
  languagesAdded: readonly string[]
  languagesRemoved: readonly string[]
  /** Title, introduction, thanks, links. */
  frame: boolean
}

const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
/** What is off or absent is the same; the order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== null && each !== false && each !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]))
}

export function whatChanges(before: SurveyDefinition, after: SurveyDefinition): Changes {
  const old = new Map(before.questions.map((question) => [question.id, question]))
  const kept = after.questions.filter(({ id }) => old.has(id))
  const keptIds = new Set(kept.map(({ id }) => id))
  const { questions: _before, languages: _beforeLanguages, ...frameBefore } = before
  const { questions: _after, languages: _afterLanguages, ...frameAfter } = after
  return {
    added: after.questions.filter(({ id }) => !old.has(id)),
    removed: before.questions.filter(({ id }) => !keptIds.has(id)),
    changed: kept.filter((question) => !same(question, old.get(question.id))),
    reordered: before.questions.filter(({ id }) => keptIds.has(id)).some(({ id }, index) => kept[index]!.id !== id),
    languagesAdded: after.languages.filter((each) => !before.languages.includes(each)),
    languagesRemoved: before.languages.filter((each) => !after.languages.includes(each)),
    frame: !same(frameBefore, frameAfter),
  }
}

export const changesNothing = ({ added, removed, changed, reordered, languagesAdded, languagesRemoved, frame }: Changes): boolean =>
  added.length + removed.length + changed.length + languagesAdded.length + languagesRemoved.length === 0 && !reordered && !frame
