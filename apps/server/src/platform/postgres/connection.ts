// Short-lived connections of the launcher itself; the program's own pools live elsewhere.
import pg from 'pg'

export const port = 5432
export const database = 'kontuar'
/** Owns the program's database and may make roles; deliberately no superuser, just as on a managed PostgreSQL. */
export const owner = 'kontuar'
const superuser = 'postgres'

/** `localhost` is only there to please URL parsers: the `host` parameter names the folder of the socket. */
export function urlOf(socketDir: string, name = database, user = owner): string {
  return `postgresql://${user}@localhost/${encodeURIComponent(name)}?host=${encodeURIComponent(socketDir)}&port=${port}`
}

export async function connect(socketDir: string, applicationName: string, name = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(socketDir, name, superuser), application_name: applicationName.slice(0, 63) })
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function withConnection<T>(socketDir: string, name: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(socketDir, 'kontuar launcher', name)
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Makes the owner and the database once. Two starts at once may both try: the second finds them made. */
export async function ensureDatabase(socketDir: string): Promise<void> {
  await withConnection(socketDir, 'postgres', async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      'select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $2) as database', [owner, database])
    if (!rows[0]?.role) await ignoreDuplicate(client.query(`create role ${owner} login createdb createrole`))
    if (rows[0]?.database) return
    // Visible from every database of the cluster, so it stays out of the program's own schema.
    await client.query('create extension if not exists pg_stat_statements').catch(() => {})
    await client.query(`grant pg_monitor to ${owner}`)
    await ignoreDuplicate(client.query(`create database ${database} owner ${owner}`))
  })
}

async function ignoreDuplicate(work: Promise<unknown>) {
  await work.catch((error: { code?: string }) => {
    if (!['42710', '42P04', '23505'].includes(error.code ?? '')) throw error
  })
}
