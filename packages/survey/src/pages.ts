/*
 * Pages are cut from the definition alone, never from the answers: the same survey has the same pages in the same order
 * with script and without it, going forward and going back.
 */
import { fieldsUsed } from '@kontuar/conditions'
import { questionOfField } from './condition-fields.ts'
import type { Question, SurveyDefinition, Values } from './definition.ts'
import { visibleQuestions } from './visible.ts'

export interface NextPage {
  questions: Question[]
  /** How many pages come before it. */
  index: number
  /** How many may follow at most: "2 of 3" is index + 1 of index + 1 + remaining, and the 3 never grows on the way. */
  remaining: number
}

/**
 * The pages with what is asked on each. A page begins where it is wished (`newPage`), and at a question whose condition
 * asks one of the same page: only a page that was sent has answers to ask.
 */
export function pagesOf(definition: Pick<SurveyDefinition, 'questions'>, values: Values): Question[][] {
  const visible = new Set(visibleQuestions(definition, values))
  return cutIntoPages(definition.questions).map((page) => page.filter((q) => visible.has(q))).filter((page) => page.length > 0)
}

/** The first page with something not shown yet, and of it what was not shown. Null: finished. */
export function nextPage(definition: Pick<SurveyDefinition, 'questions'>, values: Values, shown: ReadonlySet<string>): NextPage | null {
  const visible = new Set(visibleQuestions(definition, values))
  const undecided = undecidedQuestions(definition.questions, visible, shown)
  const pages = cutIntoPages(definition.questions).filter((page) => page.some((q) => visible.has(q) || undecided.has(q)))
  const index = pages.findIndex((page) => page.some((q) => visible.has(q) && !shown.has(q.id)))
  if (index < 0) return null
  return { questions: pages[index]!.filter((q) => visible.has(q) && !shown.has(q.id)), index, remaining: pages.length - index - 1 }
}

/** Whether they are asked hangs on a question that was not shown yet, directly or over others. */
function undecidedQuestions(questions: readonly Question[], visible: ReadonlySet<Question>, shown: ReadonlySet<string>): Set<Question> {
  const undecided = new Set<Question>()
  const openIds = new Set<string>()
  for (const question of questions) {
    if (shown.has(question.id)) continue
    if (askedBy(question).some((id) => openIds.has(id))) undecided.add(question)
    if (visible.has(question) || undecided.has(question)) openIds.add(question.id)
  }
  return undecided
}

function cutIntoPages(questions: readonly Question[]): Question[][] {
  const pages: Question[][] = []
  for (const question of questions) {
    const page = pages.at(-1)
    const asked = askedBy(question)
    if (!page || question.newPage === true || page.some((q) => asked.includes(q.id))) pages.push([question])
    else page.push(question)
  }
  return pages
}

/** Ids of the questions its condition asks. */
function askedBy({ condition }: Question): string[] {
  return condition ? [...fieldsUsed(condition)].flatMap((field) => questionOfField(field) ?? []) : []
}
