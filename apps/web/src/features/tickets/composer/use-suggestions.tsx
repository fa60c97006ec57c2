// The lists of the composer: canned answers after "/" or by the button, colleagues after "@" in a note.
import { fillCannedAnswer, type TicketDetail } from '@kontuar/contracts'
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent as ReactKeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { cannedAnswersQuery, usePresence } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { folded } from '../../../ui/pickers/tree.ts'
import { PresenceDot } from '../../../ui/PresenceDot.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { useStaff } from '../people.ts'
import type { EditorHandle } from './Editor.tsx'
import { SuggestList, type Suggestion } from './SuggestList.tsx'
import type { Trigger } from './trigger.ts'

interface Choice extends Suggestion { take: () => void }

export function useSuggestions(ticket: TicketDetail, editor: RefObject<EditorHandle | null>, note: boolean) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const me = useMe().staff
  const staff = useStaff()
  const presence = usePresence()
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  /** Opened by the button: with a field to search in. */
  const [search, setSearch] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const wanted = search !== null ? 'canned' : trigger?.kind === 'mention' && !note ? null : (trigger?.kind ?? null)
  const { data: canned } = useQuery({ ...cannedAnswersQuery, enabled: wanted === 'canned' })
  const words = folded(search ?? trigger?.words ?? '').trim()
  const length = search !== null ? 0 : (trigger?.length ?? 0)

  const close = () => {
    setTrigger(null)
    setSearch(null)
    setActive(0)
  }
  const fill = async (id: string) => {
    close()
    try {
      const filled = await api(fillCannedAnswer, { params: { id }, query: { ticketId: ticket.id } })
      editor.current?.replaceBefore(length, filled.html)
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    }
  }
  const answers = (): Choice[] =>
    (canned?.items ?? [])
      .filter(({ name, shortcut }) => folded(`${name} ${shortcut ?? ''}`).includes(words))
      .toSorted((a, b) => Number(folded(b.shortcut ?? '').startsWith(words) && b.shortcut !== null) - Number(folded(a.shortcut ?? '').startsWith(words) && a.shortcut !== null) || Number(b.queueId === ticket.queueId && b.queueId !== null) - Number(a.queueId === ticket.queueId && a.queueId !== null))
      .map(({ id, name, shortcut }) => ({ id, title: name, hint: shortcut === null ? undefined : `/${shortcut}`, take: () => void fill(id) }))
  const colleagues = (): Choice[] =>
    staff.filter(({ id, active: may, name }) => may && id !== me.id && folded(name).includes(words)).slice(0, 20).map(({ id, name }) => {
      const there = presence.find(({ staffId }) => staffId === id)
      return { id, title: name, hint: there && <PresenceDot state={there.state} />, take: () => {
        close()
        editor.current?.replaceBefore(length, `@${name}\u00a0`)
      } }
    })
  const found = wanted === null ? [] : wanted === 'canned' ? answers() : colleagues()
  // A name that is fully written needs no list any more.
  const shown = wanted !== null && (search !== null || found.length > 0 || (wanted === 'canned' && words === ''))
  const at = Math.min(active, Math.max(0, found.length - 1))

  const key = (event: KeyboardEvent | ReactKeyboardEvent): boolean => {
    if (!shown || event.ctrlKey || event.metaKey) return false
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, found.length))
    else if (event.key === 'ArrowUp') setActive((at - 1 + found.length) % Math.max(1, found.length))
    else if ((event.key === 'Enter' || event.key === 'Tab') && found[at]) found[at].take()
    else if (event.key === 'Escape') {
      close()
      editor.current?.refocus()
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    key,
    asked: (next: Trigger | null) => {
      if (search !== null) return
      setTrigger(next)
      if (next?.words !== trigger?.words) setActive(0)
    },
    openCanned: () => {
      setActive(0)
      setSearch('')
    },
    list: shown ? (
      <SuggestList
        label={wanted === 'canned' ? t('canned.title') : t('mention.title')}
        items={found}
        active={at}
        pick={(index) => found[index]?.take()}
        over={setActive}
        empty={wanted === 'canned' ? t('canned.none') : tCommon('picker.nothing')}
        search={search === null ? undefined : (
          <TextInput autoFocus size="xs" mb={6} aria-label={t('canned.search')} placeholder={t('canned.search')} value={search} onChange={(event) => {
            setSearch(event.currentTarget.value)
            setActive(0)
          }} onKeyDown={key} onBlur={close} />
        )}
      />
    ) : null,
  }
}
