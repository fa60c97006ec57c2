// Guards that nothing typed is ever lost: not by a failing server, not by typing while a save runs, not by leaving.
import type { DraftBody } from '@kontuar/contracts'
import { expect, it } from 'vitest'
import { DraftKeeper, saveAfter } from './draft-keeper.ts'

const body = (html: string): DraftBody => ({ html, to: [], cc: [], bcc: [], kind: 'message', attachments: [] })

function world() {
  const timers: { milliseconds: number; run: () => void }[] = []
  const seen = {
    server: [] as (string | null)[],
    copy: null as string | null,
    broken: false,
    hold: null as Promise<void> | null,
    timers,
    /** Lets the clock reach every timer that is set. */
    ring: () => timers.splice(0).forEach(({ run }) => run()),
  }
  const keep = async (html: string | null) => {
    await seen.hold
    if (seen.broken) throw new Error('cut')
    seen.server.push(html)
  }
  const keeper = new DraftKeeper({
    save: ({ html }) => keep(html),
    remove: () => keep(null),
    copy: (draft) => { seen.copy = draft?.html ?? null },
    later: (milliseconds, run) => {
      const timer = { milliseconds, run }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
  })
  return { keeper, seen }
}

it('saves once a moment after the last change', async () => {
  const { keeper, seen } = world()
  keeper.change(body('D'))
  keeper.change(body('Dzień'))
  expect(seen.timers.map(({ milliseconds }) => milliseconds)).toEqual([saveAfter])
  seen.ring()
  await keeper.flush()
  expect(seen.server).toEqual(['Dzień'])
  expect(keeper.state()).toBe('saved')
  expect(seen.copy).toBeNull()
})

it('keeps the copy and tries again, ever more rarely, while the server fails', async () => {
  const { keeper, seen } = world()
  seen.broken = true
  keeper.change(body('Dzień dobry'))
  await keeper.flush()
  expect(keeper.state()).toBe('unsaved')
  expect(seen.copy).toBe('Dzień dobry')
  expect(seen.timers.map(({ milliseconds }) => milliseconds)).toEqual([2000])
  await keeper.flush()
  expect(seen.timers.map(({ milliseconds }) => milliseconds)).toEqual([4000])
  seen.broken = false
  await keeper.flush()
  expect(seen.server).toEqual(['Dzień dobry'])
  expect(keeper.state()).toBe('saved')
})

it('saves what was typed while a save was running, and keeps the copy until then', async () => {
  const { keeper, seen } = world()
  let go = () => {}
  seen.hold = new Promise((resolve) => { go = resolve })
  keeper.change(body('one'))
  const first = keeper.flush()
  keeper.change(body('one two'))
  go()
  await first
  expect(seen.copy).toBe('one two')
  await keeper.flush()
  expect(seen.server).toEqual(['one', 'one two'])
  expect(seen.copy).toBeNull()
})

it('removes the draft after sending, even when a save was still on its way', async () => {
  const { keeper, seen } = world()
  keeper.change(body('text'))
  const saving = keeper.flush()
  await keeper.discard()
  await saving
  expect(seen.server).toEqual(['text', null])
  expect(keeper.state()).toBe('clean')
})

it('asks nothing of the server when nothing changed', async () => {
  const { keeper, seen } = world()
  await keeper.flush()
  expect(seen.server).toEqual([])
})
