// A database of its own for a test file, and organizations in it.
import pg from 'pg'
import { cloneDatabase } from '../postgres/testing.ts'
import { openDatabase, type Database, type SubscribersOf } from './database.ts'

export interface OpenedTestDatabase { db: Database; ownerUrl: string; newOrganization(): Promise<number>; asOwner<R extends object>(sql: string, values?: unknown[]): Promise<R[]>; close(): Promise<void> }

/** @param options.max connections of the pool. */
export async function openTestDatabase(options: { max?: number; subscribersOf?: SubscribersOf } = {}): Promise<OpenedTestDatabase> {
  const { ownerUrl } = await cloneDatabase()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const db = openDatabase({ url: ownerUrl, subscribersOf: options.subscribersOf ?? (() => []), max: options.max ?? 6 })
  return {
    db, ownerUrl,
    async newOrganization() {
      const { rows } = await owner.query<{ id: number }>(`insert into org (name) values ('Salon') returning id`)
      await owner.query('select create_ticket_numbers($1)', [rows[0]!.id])
      return rows[0]!.id
    },
    asOwner: async <R extends object>(sql: string, values: unknown[] = []) => (await owner.query<R>(sql, values)).rows,
    async close() {
      await db.close()
      await owner.end()
    },
  }
}
