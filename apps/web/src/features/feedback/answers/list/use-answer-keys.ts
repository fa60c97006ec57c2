import type { SurveyAnswer } from '@kontuar/contracts'
import { useNavigate } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../../../ui/Shortcuts.tsx'
import type { AnswerSearch } from '../answer-search.ts'
import type { RowsHandle } from './AnswerRows.tsx'
import type { AnswerList } from './open-answers.ts'

/** The keys of the list of answers, as the list of tickets has them. */
export function useAnswerKeys({ list, search, along, handle }: { list: AnswerList; search: AnswerSearch; along: AnswerSearch; handle: RefObject<RowsHandle | null> }): void {
  const { t } = useTranslation('answers')
  const navigate = useNavigate()
  const put = (answer: SurveyAnswer | undefined) => {
    if (!answer) return
    void navigate({ to: '.', search: { ...search, selected: answer.id }, replace: true, resetScroll: false })
    handle.current?.show(answer.id)
  }
  const move = (step: 1 | -1) => {
    put(list.neighbour(search.selected, step))
    if (step === 1 && list.indexOf(search.selected ?? '') > list.get().rows.length - 10) void list.loadMore()
  }
  const open = () => {
    if (document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement) return document.activeElement.click()
    if (search.selected !== undefined) void navigate({ to: '/feedback/answers/$answerId', params: { answerId: search.selected }, search: along })
  }
  useShortcuts(t('keys.list'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'arrowdown', label: t('keys.next'), run: () => move(1), hidden: true },
    { keys: 'arrowup', label: t('keys.previous'), run: () => move(-1), hidden: true },
    { keys: 'enter', label: t('keys.open'), run: open },
    { keys: '/', label: t('keys.search'), run: () => document.querySelector<HTMLInputElement>('[data-list-search]')?.focus() },
  ])
}
