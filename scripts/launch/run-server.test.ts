// Guards that nothing keeps the ports without an owner: whoever is ended, and however, the server hears of it once.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startOf } from './lock.mjs'

const launcher = fileURLToPath(new URL('run-server.fixture.mjs', import.meta.url))
const server = fileURLToPath(new URL('server.fixture.mjs', import.meta.url))
let folder: string
let diary: string
const started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontuar run ż '))
  diary = join(folder, 'diary')
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const lines = () => existsSync(diary) ? readFileSync(diary, 'utf8').trim().split('\n') : []
const heard = () => lines().slice(1)

async function launch(viaShell = false): Promise<{ child: ChildProcess; serverPid: number }> {
  const env = { ...process.env, npm_lifecycle_event: 'start' }
  // `; true` keeps the shell alive in between, as some shells do for npm.
  const child = viaShell
    ? spawn('/bin/sh', ['-c', '"$0" "$@"; true', process.execPath, launcher, server, diary], { env, stdio: 'ignore' })
    : spawn(process.execPath, [launcher, server, diary], { env, stdio: 'ignore' })
  started.push(child)
  await expect.poll(lines, { timeout: 10_000 }).toHaveLength(1)
  return { child, serverPid: Number(lines()[0]?.split(' ')[1]) }
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s is handed on, and the exit code comes back', async (signal) => {
  const { child } = await launch()
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([7, null])
  expect(heard()).toEqual([signal])
})

test('the same Ctrl+C from the terminal and from npm reaches the server once', async () => {
  const { child } = await launch()
  child.kill('SIGINT')
  child.kill('SIGINT')
  await once(child, 'exit')
  expect(heard()).toEqual(['SIGINT'])
})

test('a closed terminal stops the server', async () => {
  const { child } = await launch()
  child.kill('SIGHUP')
  await once(child, 'exit')
  expect(heard()).toEqual(['SIGTERM'])
})

test('a killed launcher takes the server with it', async () => {
  const { child, serverPid } = await launch()
  child.kill('SIGKILL')
  await expect.poll(() => startOf(serverPid), { timeout: 5_000 }).toBeNull()
  expect(heard()).toEqual(['SIGTERM'])
})

test('a killed parent takes the server with it', async () => {
  const { child, serverPid } = await launch(true)
  child.kill('SIGKILL')
  await expect.poll(() => startOf(serverPid), { timeout: 5_000 }).toBeNull()
  expect(heard()).toEqual(['SIGTERM'])
})

test('a server that ends by itself gives its exit code to the launcher', async () => {
  const { child, serverPid } = await launch()
  process.kill(serverPid, 'SIGKILL')
  expect(await once(child, 'exit')).toEqual([137, null])
})
