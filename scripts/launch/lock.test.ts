// Guards the turn-taking of two starts in one clone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startOf, withLock } from './lock.mjs'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontuar lock ż '))
  path = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the second waits until the first is done', async () => {
  const order: string[] = []
  let release = () => {}
  const first = withLock(() => new Promise<void>((resolve) => { release = resolve }).then(() => { order.push('first') }), path)
  await expect.poll(() => existsSync(path)).toBe(true)
  const second = withLock(async () => { order.push('second') }, path)
  release()
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])
  expect(existsSync(path)).toBe(false)
})

test('a failure gives the lock back', async () => {
  await expect(withLock(async () => { throw new Error('disk full') }, path)).rejects.toThrow('disk full')
  expect(existsSync(path)).toBe(false)
})

test('the lock of a dead process is taken over', async () => {
  const child = spawn('true')
  await once(child, 'exit')
  writeFileSync(path, `${child.pid} 12345\n`)
  expect(await withLock(async () => readFileSync(path, 'utf8'), path)).toContain(`${process.pid} `)
})

test('a number that belongs to another process by now is no lock', async () => {
  writeFileSync(path, `${process.ppid} 12345\n`)
  expect(await withLock(async () => 'taken', path)).toBe('taken')
})

test('a helper that outlived its launcher still holds the lock', async () => {
  const helper = spawn('cat')
  writeFileSync(path, `${helper.pid ?? 0} 12345\n${helper.pid} ${startOf(helper.pid)}\n`)
  let got = false
  const waiting = withLock(async () => { got = true }, path)
  await new Promise(setImmediate)
  expect(got).toBe(false)
  helper.stdin.end()
  await waiting
  expect(got).toBe(true)
})

test('an empty or damaged lock file does not block for ever', async () => {
  writeFileSync(path, '')
  expect(await withLock(async () => 'taken', path)).toBe('taken')
})

test('a process that ended has no beginning', async () => {
  const child = spawn('true')
  await once(child, 'exit')
  expect(startOf(child.pid)).toBeNull()
  expect(startOf(process.pid)).not.toBeNull()
})
