import { useTranslation } from 'react-i18next'
import { textIn } from '@kontuar/survey'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import type { useBuilder } from './builder-context.ts'
import { moveQuestion } from './draft/edit-definition.ts'
import type { useDraft } from './draft/use-draft.ts'

/** The keys of the builder. Ctrl+Z works in fields too: what is typed there is part of the same history. */
export function useBuilderKeys(builder: ReturnType<typeof useBuilder>, draft: ReturnType<typeof useDraft>): void {
  const { t } = useTranslation('surveys')
  const { definition, at, select, readOnly } = builder
  const move = useMoveQuestion(builder)
  const places = ['intro', ...definition.questions.map(({ id }) => id), 'thanks']
  const step = (by: 1 | -1) => {
    const next = places[places.indexOf(at) + by]
    if (next !== undefined) select(next)
  }
  useShortcuts(t('keys.title'), [
    { keys: 'j', label: t('keys.next'), run: () => step(1) },
    { keys: 'k', label: t('keys.previous'), run: () => step(-1) },
    ...(readOnly ? [] : [
      { keys: 'mod+z', label: t('undo'), run: draft.undo, whileTyping: true },
      { keys: 'mod+shift+z', label: t('redo'), run: draft.redo, whileTyping: true },
      { keys: 'mod+y', label: t('redo'), run: draft.redo, whileTyping: true, hidden: true },
      { keys: 'mod+s', label: t('keys.save'), run: () => void draft.flush(), whileTyping: true },
      { keys: 'alt+arrowup', label: t('keys.up'), run: () => move(at, -1) },
      { keys: 'alt+arrowdown', label: t('keys.down'), run: () => move(at, 1) },
    ]),
  ])
}

/** One place up or down, and said. */
export function useMoveQuestion({ definition, change, language, say }: Pick<ReturnType<typeof useBuilder>, 'definition' | 'change' | 'language' | 'say'>) {
  const { t } = useTranslation('surveys')
  const { t: everywhere } = useTranslation()
  return (id: string, by: 1 | -1) => {
    const from = definition.questions.findIndex((each) => each.id === id)
    const to = from + by
    if (from < 0 || to < 0 || to >= definition.questions.length) return
    change((draft) => moveQuestion(draft, from, to))
    const name = textIn(definition.questions[from]!.title, language, definition.defaultLanguage) || t('list.untitled')
    say(everywhere('sort.moved', { name, place: to + 1, places: definition.questions.length }))
  }
}
