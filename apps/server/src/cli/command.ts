// What a command of the command line is made of.
import type pg from 'pg'
import type { Config } from '../platform/config.ts'
import type { Crypto } from '../platform/crypto/seal.ts'
import type { Database } from '../platform/db/database.ts'
import type { Log } from '../platform/log.ts'

export interface Installation {
  config: Config
  log: Log
  crypto: Crypto
  /** As the program: row-level security holds. */
  db: Database
  /** As the owner of the tables. */
  owner: pg.Client
  ownerUrl: string
}

/** A file src/cli/<name>.ts exports `command`. */
export interface Command {
  /** One line for `help`. */
  summary: string
  /** What may follow the name, one line each. */
  usage: readonly string[]
  run(args: readonly string[]): Promise<void>
}

/** A wrong call or an impossible wish: one sentence, exit code 1. */
export class CommandError extends Error {}

/** Results, to standard output. */
export const print = (line: string): void => { process.stdout.write(`${line}\n`) }
/** Everything else, to standard error, so that a result can be piped. */
export const note = (line: string): void => { process.stderr.write(`${line}\n`) }

/** Columns padded to their widest value. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  for (const row of rows) print(row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  '))
}
