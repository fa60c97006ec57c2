import { readDefinition, readDraft, SurveyError, type SurveyDefinition, type SurveyProblem } from '@kontuar/survey'
import { Refusal } from '../../../../platform/http/refusal.ts'

/** What is being written: it may be unfinished. @throws Refusal `invalid-input` naming each place */
export function toDraft(given: unknown): SurveyDefinition {
  return orRefuse(() => readDraft(given), 'invalid-input', '')
}

/** What is to be asked. @throws Refusal `cannot-do` naming each place */
export function toPublished(draft: unknown): SurveyDefinition {
  return orRefuse(() => readDefinition(draft), 'cannot-do', 'The survey cannot be published yet. ')
}

function orRefuse(read: () => SurveyDefinition, code: 'invalid-input' | 'cannot-do', begin: string): SurveyDefinition {
  try {
    return read()
  } catch (error) {
    if (error instanceof SurveyError) throw refusalOf(error.problems, code, begin)
    throw error
  }
}

/** The first three in words, all by place: a survey of sixty questions may have hundreds. */
function refusalOf(problems: readonly SurveyProblem[], code: 'invalid-input' | 'cannot-do', begin: string): Refusal {
  const rest = problems.length - 3
  const detail = problems.slice(0, 3).map((p) => p.sentence).join(' ')
  return new Refusal(code, `${begin}${detail}${rest > 0 ? ` And ${rest} more.` : ''}`, Object.fromEntries(problems.slice(0, 100).map((p) => [['draft', ...p.path].join('.'), p.sentence])))
}
