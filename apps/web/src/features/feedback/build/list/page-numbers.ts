// On which page each question stands, whatever is answered: cut as packages/survey cuts them (its pagesOf shows only pages with
// something to ask), so that the list shows pages of questions behind a condition too.
import { fieldsUsed } from '@kontuar/conditions'
import { questionOfField, type Question } from '@kontuar/survey'

export function pageNumbers(questions: readonly Question[]): Map<string, number> {
  const numbers = new Map<string, number>()
  let page = 0
  let onPage = new Set<string>()
  for (const { id, newPage, condition } of questions) {
    const asks = condition ? [...fieldsUsed(condition)].flatMap((field) => questionOfField(field) ?? []) : []
    if (page === 0 || newPage === true || asks.some((each) => onPage.has(each))) {
      page++
      onPage = new Set()
    }
    onPage.add(id)
    numbers.set(id, page)
  }
  return numbers
}
