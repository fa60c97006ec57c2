// Guards the keys: every layout, sequences, fields, and who wins when two screens want the same key.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keyLabels, strokeName, type KeyStroke } from './shortcut-keys.ts'
import { createShortcutRegistry } from './shortcut-registry.ts'

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke & { preventDefault(): void } => ({
  key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more, preventDefault: vi.fn(),
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each([
  ['a letter', stroke('j'), 'j'],
  ['with Caps Lock', stroke('J'), 'j'],
  ['on a Russian layout', stroke('о', { code: 'KeyJ' }), 'j'],
  ['a Polish letter on its own key', stroke('ł', { code: 'KeyL', altKey: true }), 'alt+l'],
  ['a sign that needs shift', stroke('?', { shiftKey: true, code: 'Slash' }), '?'],
  ['shift and a letter', stroke('R', { shiftKey: true }), 'shift+r'],
  ['Ctrl', stroke('k', { ctrlKey: true }), 'mod+k'],
  ['Ctrl on a Russian layout', stroke('л', { code: 'KeyK', ctrlKey: true }), 'mod+k'],
  ['Enter', stroke('Enter', { ctrlKey: true }), 'mod+enter'],
])('%s is named by what people read on the key', (_, event, name) => {
  expect(strokeName(event, false)).toBe(name)
})

test('on a Mac the modifier is Cmd', () => {
  expect(strokeName(stroke('k', { metaKey: true }), true)).toBe('mod+k')
  expect(strokeName(stroke('k', { ctrlKey: true }), true)).toBe('k')
  expect(keyLabels('mod+k', true)).toEqual([['⌘', 'K']])
  expect(keyLabels('g t', false)).toEqual([['G'], ['T']])
})

test('keys run, in a sequence too, and what ran is not typed', () => {
  const registry = createShortcutRegistry(false)
  const [next, tickets] = [vi.fn(), vi.fn()]
  registry.add({ title: 'List', shortcuts: [{ keys: 'j', label: 'Next', run: next }, { keys: 'g t', label: 'Tickets', run: tickets }] })
  const j = stroke('j')
  expect(registry.press(j, false)).toBe(true)
  expect(j.preventDefault).toHaveBeenCalled()
  registry.press(stroke('g'), false)
  registry.press(stroke('t'), false)
  expect([next, tickets].map((each) => each.mock.calls.length)).toEqual([1, 1])
})

test('a sequence is forgotten after a pause', () => {
  const registry = createShortcutRegistry(false)
  const run = vi.fn()
  registry.add({ title: '', shortcuts: [{ keys: 'g t', label: '', run }] })
  registry.press(stroke('g'), false)
  vi.advanceTimersByTime(2000)
  registry.press(stroke('t'), false)
  expect(run).not.toHaveBeenCalled()
})

test('a key after a wrong beginning counts for itself', () => {
  const registry = createShortcutRegistry(false)
  const run = vi.fn()
  registry.add({ title: '', shortcuts: [{ keys: 'g t', label: '', run: vi.fn() }, { keys: 'j', label: '', run }] })
  registry.press(stroke('g'), false)
  registry.press(stroke('j'), false)
  expect(run).toHaveBeenCalledOnce()
})

test('while typing only those run that say so', () => {
  const registry = createShortcutRegistry(false)
  const [plain, save] = [vi.fn(), vi.fn()]
  registry.add({ title: '', shortcuts: [{ keys: 'e', label: '', run: plain }, { keys: 'mod+enter', label: '', run: save, whileTyping: true }] })
  registry.press(stroke('e'), true)
  registry.press(stroke('Enter', { ctrlKey: true }), true)
  expect([plain, save].map((each) => each.mock.calls.length)).toEqual([0, 1])
})

test('a modifier alone does not break a sequence', () => {
  const registry = createShortcutRegistry(false)
  const run = vi.fn()
  registry.add({ title: '', shortcuts: [{ keys: 'g shift+t', label: '', run }] })
  registry.press(stroke('g'), false)
  registry.press(stroke('Shift', { shiftKey: true }), false)
  registry.press(stroke('T', { shiftKey: true }), false)
  expect(run).toHaveBeenCalledOnce()
})

test('the newest screen wins a key, and gives it back when it closes', () => {
  const registry = createShortcutRegistry(false)
  const [list, dialog] = [vi.fn(), vi.fn()]
  registry.add({ title: 'List', shortcuts: [{ keys: 'e', label: '', run: list }] })
  const close = registry.add({ title: 'Dialog', shortcuts: [{ keys: 'e', label: '', run: dialog }] })
  registry.press(stroke('e'), false)
  close()
  registry.press(stroke('e'), false)
  expect([list, dialog].map((each) => each.mock.calls.length)).toEqual([1, 1])
  expect(registry.groups().map(({ title }) => title)).toEqual(['List'])
})
