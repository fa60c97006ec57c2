// Guards that no word of a survey is lost and nobody's work is overwritten unseen.
import type { Survey } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import { expect, it } from 'vitest'
import { SurveyKeeper, saveAfter, type Copy } from './survey-keeper.ts'

const draft = (title: string): SurveyDefinition => ({ languages: ['en'], defaultLanguage: 'en', title: { en: title }, intro: {}, questions: [], thanks: {}, whatNext: {}, reviewLinks: [] })

/** A server with one survey: `at` counts its changes. */
function world() {
  const timers: { milliseconds: number; run: () => void }[] = []
  const seen = {
    at: 1, title: '', copy: null as Copy | null, fails: null as 'cut' | 'wrong' | null, hold: null as Promise<void> | null, timers,
    ring: () => timers.splice(0).forEach(({ run }) => run()),
  }
  const keeper = new SurveyKeeper('1', {
    async save(wanted, updatedAt) {
      await seen.hold
      if (seen.fails) throw new Error(seen.fails)
      if (updatedAt !== String(seen.at)) throw new Error('conflict')
      seen.at++
      seen.title = wanted.title['en']!
      return { updatedAt: String(seen.at) } as Survey
    },
    judge: (error) => ((error as Error).message === 'conflict' ? 'conflict' : (error as Error).message === 'wrong' ? 'refused' : 'later'),
    copy: (copy) => { seen.copy = copy },
    saved: () => {},
    later: (milliseconds, run) => {
      const timer = { milliseconds, run }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
  })
  return { keeper, seen }
}

it('saves once, a moment after the last change, and keeps a copy until then', async () => {
  const { keeper, seen } = world()
  keeper.change(draft('a'))
  keeper.change(draft('ab'))
  expect(seen.copy).toEqual({ draft: draft('ab'), updatedAt: '1' })
  expect(seen.timers.map(({ milliseconds }) => milliseconds)).toEqual([saveAfter])
  expect(await keeper.flush()).toBe(true)
  expect([seen.title, seen.at, seen.copy, keeper.state()]).toEqual(['ab', 2, null, 'saved'])
})

it('saves what was typed while a save ran, upon the state that save made', async () => {
  const { keeper, seen } = world()
  let let_go = () => {}
  seen.hold = new Promise((resolve) => { let_go = resolve })
  keeper.change(draft('a'))
  const first = keeper.flush()
  keeper.change(draft('ab'))
  let_go()
  await first
  expect(seen.copy).toEqual({ draft: draft('ab'), updatedAt: '2' })
  expect(await keeper.flush()).toBe(true)
  expect(seen.title).toBe('ab')
})

it('keeps the words while the server is silent, and tries again ever more rarely', async () => {
  const { keeper, seen } = world()
  seen.fails = 'cut'
  keeper.change(draft('a'))
  expect(await keeper.flush()).toBe(false)
  expect([keeper.state(), seen.copy?.draft, seen.timers[0]?.milliseconds]).toEqual(['unsaved', draft('a'), 2000])
  await keeper.flush()
  expect(seen.timers[0]?.milliseconds).toBe(4000)
  seen.fails = null
  expect(await keeper.flush()).toBe(true)
  expect(seen.title).toBe('a')
})

it('does not overwrite what somebody else has saved until told to', async () => {
  const { keeper, seen } = world()
  seen.at = 7
  keeper.change(draft('mine'))
  expect(await keeper.flush()).toBe(false)
  expect([keeper.state(), seen.title]).toEqual(['conflict', ''])
  keeper.change(draft('mine too'))
  expect([keeper.state(), seen.copy?.draft, seen.timers]).toEqual(['conflict', draft('mine too'), []])
  expect(await keeper.insist('7')).toBe(true)
  expect([seen.title, keeper.state()]).toEqual(['mine too', 'saved'])
})

it('takes what the server has when told to, and saves nothing of its own', async () => {
  const { keeper, seen } = world()
  seen.at = 7
  keeper.change(draft('mine'))
  await keeper.flush()
  keeper.yield('7')
  expect([keeper.state(), seen.copy, await keeper.flush(), seen.title]).toEqual(['saved', null, true, ''])
  keeper.change(draft('new'))
  expect(await keeper.flush()).toBe(true)
})

it('says that a refused draft is refused, and does not knock again by itself', async () => {
  const { keeper, seen } = world()
  seen.fails = 'wrong'
  keeper.change(draft('a'))
  await keeper.flush()
  expect([keeper.state(), seen.timers, seen.copy?.draft]).toEqual(['refused', [], draft('a')])
})

it('follows news only while nothing of its own waits', async () => {
  const { keeper } = world()
  expect([keeper.follow('1'), keeper.follow('5')]).toEqual([false, true])
  keeper.change(draft('a'))
  expect(keeper.follow('6')).toBe(false)
})
