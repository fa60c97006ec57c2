// Guards the command line as scripts use it: the result alone on standard output, one sentence for a fault, exit code 1.
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from './app/testing.ts'
import { TestBrowser } from './modules/identity/testing.ts'

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
let kontuar: TestKontuar
let dataDir: string
beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  dataDir = await mkdtemp(join(tmpdir(), 'kontuar-cli-'))
})
afterAll(async () => {
  await kontuar.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function run(args: string[], input = '', env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env['PATH'], DATABASE_URL: kontuar.ownerUrl, KONTUAR_DATA: dataDir, SMTP_PORT: '1', ...env } })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => { out += chunk })
    child.stderr.on('data', (chunk) => { err += chunk })
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

test('an installation is made, entered and looked after from the command line', async () => {
  expect((await run(['token', 'create', '--email', 'anna@roza.test'])).err).toMatch(/Nobody here has the address/)
  expect(await run(['organization', 'create', '--name', 'Salon Róża', '--email', 'anna@roza.test', '--person', 'Anna'], 'a good password\n')).toMatchObject({ code: 0, out: '' })
  expect((await run(['organization', 'list'])).out).toMatch(/^1 .*Salon Róża$/m)

  const made = await run(['token', 'create', '--email', 'Anna@roza.test', '--scope', 'ticket.read,audit.read', '--name', 'Raport'])
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toMatch(/^kt_1_[\w-]{43}\n$/)
  expect((await kontuar.ask('GET', '/me', undefined, made.out.trim())).body.permissions).toEqual(['ticket.read', 'audit.read'])

  expect(await run(['user', 'create', '--email', 'ewa@roza.test', '--role', 'manager'], 'another password\n')).toMatchObject({ code: 0 })
  const ewa = new TestBrowser(kontuar.app)
  expect((await ewa.signIn('ewa@roza.test', 'another password')).body.staff.role).toBe('manager')
  expect(await run(['user', 'password', '--email', 'ewa@roza.test'], 'a newer password\n')).toMatchObject({ code: 0 })
  expect((await ewa.ask('GET', '/me')).status).toBe(401)
  expect((await ewa.signIn('ewa@roza.test', 'a newer password')).status).toBe(201)
  expect(await run(['user', 'deactivate', '--email', 'ewa@roza.test'])).toMatchObject({ code: 0 })
  expect((await ewa.ask('GET', '/me')).status).toBe(401)
  expect((await run(['user', 'list'])).out).toMatch(/ewa@roza\.test +manager +no/)
  expect((await kontuar.ask('GET', '/audit?limit=200', undefined, made.out.trim())).body.items.map((e: { action: string }) => e.action)).toEqual(expect.arrayContaining(['organization.created', 'token.created', 'staff.created', 'password.reset', 'staff.letOut']))
}, 60_000)

describe('a wrong call gets one sentence and exit code 1', () => {
  test.each([
    [['nonsense'], /There is no command "nonsense": choose from/],
    [['token', 'create'], /--email is missing/],
    [['token', 'create', '--emial', 'x'], /"--emial" is not understood/],
    [['token', 'create', '--email', 'a', '--email', 'b'], /given twice/],
    [['token', 'create', '--email', 'anna@roza.test', '--scope', 'everything'], /"everything" is no scope: choose from/],
    [['user', 'create', '--email', 'nonsense'], /no e-mail address/],
    [['user', 'deactivate', '--email', 'anna@roza.test'], /last administrator/],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await run(args)
    expect(err).toMatch(sentence)
    expect(err).not.toMatch(/\n {4}at /)
    expect([code, out]).toEqual([1, ''])
  })
})

test('the doctor names a fault and what to do about it', async () => {
  const { code, out } = await run(['doctor'])
  expect(out).toMatch(/^ok +database: PostgreSQL \d+/m)
  expect(out).toMatch(/^ok +row-level security: forced/m)
  expect(out).toMatch(/^notice services: none runs\n +→ start Kontuar/m)
  expect([0, 1]).toContain(code)
})

test('help lists every command', async () => {
  const { code, out } = await run(['help'])
  expect(code).toBe(0)
  for (const name of ['token create', 'user list', 'organization create', 'doctor', 'migrate']) expect(out).toContain(`npm run -s kontuar -- ${name}`)
})

describe('with a data folder that does not exist', () => {
  const wishes = [['bi', 'drop-login', '--login', 'x'], ['token', 'create', '--email', 'a@b.test'], ['user', 'list'], ['organization', 'list'], ['seed'], ['doctor'], ['backup', '/tmp/kontuar-no-backup.tar.gz'], ['import', '/tmp', '--mailbox', 'a@b.test']]
  test.each(wishes.map((args) => [args.join(' '), args] as const))('"%s" says so and makes nothing', async (_name, args) => {
    const { code, out, err } = await run([...args], '', { DATABASE_URL: '', KONTUAR_DATA: join(dataDir, 'mistyped') })
    expect(err).toMatch(/There is no data folder .*mistyped: set KONTUAR_DATA/)
    expect(err).not.toMatch(/\n {4}at /)
    expect([code, out]).toEqual([1, ''])
    expect(await readdir(dataDir)).not.toContain('mistyped')
  })

  test('no key is made either where the database lies elsewhere, and a key from the environment needs no folder', async () => {
    expect((await run(['user', 'list'], '', { KONTUAR_DATA: join(dataDir, 'mistyped') })).err).toMatch(/There is no data folder/)
    expect(await run(['user', 'list'], '', { KONTUAR_DATA: join(dataDir, 'mistyped'), KONTUAR_SECRET: 'a secret of the environment, long enough' })).toMatchObject({ code: 0, err: '' })
    expect(await readdir(dataDir)).not.toContain('mistyped')
  })
})
