// The screens stand in the page as templates, one set for each language; one is shown at a time.
import type { Value, Values } from '@kontuar/survey'

export type ScreenName = 'attract' | 'question' | 'thanks' | 'retired'

const stage = document.getElementById('stage')!

/** Answers the screen that is shown now. */
export function show(language: string, name: ScreenName, question: string | null, values: Values): HTMLElement {
  const set = setOf(language)
  const found = [...set.content.querySelectorAll<HTMLElement>(`[data-screen=${name}]`)].find((screen) => question === null || screen.dataset['question'] === question)!
  const screen = document.importNode(found, true)
  document.documentElement.lang = language
  document.documentElement.dir = set.dataset['dir'] ?? 'ltr'
  fillIn(screen, values)
  stage.replaceChildren(screen)
  stage.scrollTop = 0
  // Whoever listens hears the new screen.
  stage.focus({ preventScroll: true })
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset['language'] === language))
  return screen
}

export const stillThere = (language: string): string => setOf(language).content.querySelector('[data-still]')?.textContent ?? ''

const setOf = (language: string) => document.querySelector<HTMLTemplateElement>(`template[data-for="${CSS.escape(language)}"]`)!

/** What was answered already: after "back", and after another language was chosen. */
function fillIn(screen: HTMLElement, values: Values): void {
  for (const field of screen.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input,textarea')) {
    const [, id = '', part] = field.name.split('.')
    const value = part === undefined ? values[id] : part === 'other' ? values[`${id}.other`] : (values[id] as Record<string, Value> | undefined)?.[part]
    if (value === undefined) continue
    if (field.type === 'radio' || field.type === 'checkbox') (field as HTMLInputElement).checked = [value].flat().map(String).includes(field.value)
    else field.value = String(value)
  }
}
