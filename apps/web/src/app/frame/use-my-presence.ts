// Keeps the server told whether the person takes work: their choice, a sign of life while they use the page, away after ten
// idle minutes and back with the first touch.
import { getMyPresence, setMyPresence, type PresenceState } from '@kontuar/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'
import { lastTouch, readChosen, touch, writeChosen } from './presence-memory.ts'
import { chosenAfter, toSay, type Standing } from './presence-rule.ts'

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const lookEvery = 20_000

export function useMyPresence() {
  const { t } = useTranslation()
  const { id: me } = useMe().staff
  const queries = useQueryClient()
  const mine = useQuery({ queryKey: queryKeys.myPresence, queryFn: ({ signal }) => api(getMyPresence, { signal }), staleTime: 60_000 })
  const said = useRef<Standing['said']>(null)
  const saying = useRef(false)
  const [wish, setWish] = useState<PresenceState | null>(null)
  const server = mine.data?.state
  const standing = (): Standing | null => (server === undefined ? null : { chosen: readChosen(me) ?? server, touchedAt: lastTouch(), said: said.current })

  const say = async (state: PresenceState, byHand: boolean): Promise<void> => {
    saying.current = true
    try {
      const presence = await api(setMyPresence, { body: { state } })
      said.current = { state, at: Date.now() }
      queries.setQueryData(queryKeys.myPresence, presence)
    } catch (error) {
      // A sign of life that got lost is given again at the next look.
      if (byHand) showNotice({ message: problemText(error, t), tone: 'failed' })
    } finally {
      saying.current = false
      setWish(null)
    }
  }
  const look = useEffectEvent(() => {
    const now = standing()
    if (now === null || saying.current) return
    const word = toSay(now, Date.now())
    if (word !== null) void say(word, false)
  })

  // News: said elsewhere, by a manager, or by the server after a silence.
  useEffect(() => {
    if (server === undefined) return
    const chosen = chosenAfter(readChosen(me), server)
    writeChosen(me, chosen)
    if (said.current?.state !== server) said.current = { state: server, at: 0 }
    look()
  }, [server, me])
  useEffect(() => {
    let before = Date.now()
    let place = ''
    const touched = (event: Event) => {
      // Browsers also tell of a move when the page changes below a pointer that rests.
      if (event instanceof PointerEvent && event.type === 'pointermove') {
        const here = `${event.screenX} ${event.screenY}`
        if (here === place) return
        place = here
      }
      const now = Date.now()
      touch(now)
      // Only what comes after a pause can change anything.
      if (now - before > lookEvery) look()
      before = now
    }
    for (const name of touches) window.addEventListener(name, touched, { passive: true, capture: true })
    const timer = setInterval(look, lookEvery)
    return () => {
      for (const name of touches) window.removeEventListener(name, touched, { capture: true })
      clearInterval(timer)
    }
  }, [])

  const chosen = server === undefined ? undefined : (readChosen(me) ?? server)
  const choose = (state: PresenceState) => {
    touch(Date.now())
    writeChosen(me, state)
    setWish(state)
    void say(state, true)
  }
  return { state: wish ?? server, byItself: chosen === 'available' && server === 'away', onShift: mine.data?.onShift ?? null, choose }
}
