// For tests alone: a real Dovecot 2.3 on a loopback port, with one password for every user name.
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { identity, findAccount } from '../../../platform/postgres/account.ts'
import { makeSelfSigned } from '../smtp/self-signed.ts'

const binary = '/usr/sbin/dovecot'

/** null when it can run here, else why it cannot: tests are skipped by that name. */
export const whyNoDovecot = (): string | null => (!existsSync(binary) ? 'Dovecot is not installed (apt-get install dovecot-imapd)' : process.getuid?.() !== 0 ? 'Dovecot needs root here' : null)

export interface TestDovecot {
  port: number
  password: string
  /** A client of its own, signed in: for putting mail in and looking at flags. */
  client(user: string): Promise<ImapFlow>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Makes the server forget its numbering of a folder: a new UIDVALIDITY. */
  renumber(user: string, folder: string): void
  stop(): Promise<void>
}

export async function startDovecot(): Promise<TestDovecot> {
  const folder = mkdtempSync('/tmp/kontuar-dovecot-')
  chmodSync(folder, 0o755)
  const account = identity(findAccount(null)) as { uid: number; gid: number }
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  chownSync(mail, account.uid, account.gid)
  const port = await freePort()
  const { cert, key } = makeSelfSigned('mail.example.test', new Date())
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key)
  writeFileSync(join(folder, 'dovecot.conf'), `
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${mail}/%u
mailbox_list_index = no
first_valid_uid = 1
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${account.uid} gid=${account.gid} home=${mail}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`)
  let child: ChildProcess | null = null
  const dovecot: TestDovecot = {
    port, password: 'secret',
    async client(user) {
      const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth: { user, pass: 'secret' }, logger: false, disableAutoIdle: true })
      client.on('error', () => {})
      await client.connect()
      return client
    },
    async start() {
      child = spawn(binary, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore', detached: true })
      await until(async () => (await answers(port)) === true)
    },
    async kill() {
      if (child === null) return
      const gone = new Promise((resolve) => child!.once('exit', resolve))
      process.kill(-child.pid!, 'SIGKILL')
      await gone
      child = null
      await until(async () => !(await answers(port)))
    },
    renumber(user, name) {
      const place = join(mail, user, name === 'INBOX' ? '' : `.${name}`)
      accessSync(place)
      for (const file of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache', 'dovecot-uidvalidity']) rmSync(join(place, file), { force: true })
    },
    async stop() {
      await dovecot.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await dovecot.start()
  return dovecot
}

const freePort = () => new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => resolve(port))
  })
})

const answers = (port: number) => new Promise<boolean>((resolve) => {
  const socket = connect(port, '127.0.0.1')
  socket.once('data', () => {
    socket.destroy()
    resolve(true)
  })
  socket.once('error', () => resolve(false))
  socket.once('close', () => resolve(false))
})

/** Asks again until it is so, or fails after thirty seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it did not become so within thirty seconds')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
