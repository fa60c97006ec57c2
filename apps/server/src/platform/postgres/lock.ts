/*
 * One Kontuar serves one data folder. The lock is an advisory lock of PostgreSQL on a connection kept open:
 * the kernel closes the connection of a killed process, so the lock can never outlive its holder, which no
 * pid file can promise. Commands such as `token create` are visitors: they share the server.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { connect } from './connection.ts'

export type Purpose = 'serve' | 'visit'
/** `gone` means that the server shut down meanwhile: begin again. */
export type LockAnswer = { client: pg.Client } | { heldBy: string } | 'gone'

const group = 1_263_488_084
const serving = 1
const visiting = 2

export async function takeLock(socketDir: string, purpose: Purpose, patienceMs: number, onWait: (holder: string) => void): Promise<LockAnswer> {
  let client: pg.Client
  try {
    client = await connect(socketDir, `kontuar ${purpose}, process ${process.pid}`)
  } catch {
    return 'gone'
  }
  try {
    if (purpose === 'visit') {
      await client.query('select pg_advisory_lock_shared($1, $2)', [group, visiting])
      return { client }
    }
    const until = Date.now() + patienceMs
    for (let told = false; ; told = true) {
      if (await tryLock(client, serving)) return { client }
      const holder = await findHolder(client)
      if (Date.now() >= until) {
        await client.end()
        return { heldBy: holder }
      }
      if (!told) onWait(holder)
      await pause(100)
    }
  } catch {
    await client.end().catch(() => {})
    return 'gone'
  }
}

/** For a visitor that leaves: true when neither a Kontuar nor another visitor needs the server any more. */
export async function isLast(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1, $2)', [group, visiting])
  return await tryLock(client, serving) && await tryLock(client, visiting)
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [group, key])
  return rows[0]?.taken === true
}

async function findHolder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and granted`, [group, serving])
  return /process \d+/.exec(rows[0]?.application_name ?? '')?.[0] ?? 'another process'
}
