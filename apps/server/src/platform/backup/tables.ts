// Which tables a backup holds, in an order in which they can be filled: a table after those it refers to.
import type pg from 'pg'

export interface BackupTable { name: string; columns: string[] }

/** Made anew by the place that restores: the living processes, what migrations were run, the generation of live cursors. */
const left = new Set(['public.process', 'public.migration', 'public.installation'])
/** Transaction ids mean nothing in another cluster: the restored events get the restoring transaction's. */
const leftColumns = new Set(['public.event.xid'])

export async function listBackupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select fn.nspname || '.' || f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth') and c.relkind = 'r' order by 1`)
  const waiting = rows.filter((r) => !left.has(r.name))
  const ordered: BackupTable[] = []
  const done = new Set<string>(left)
  while (waiting.length > 0) {
    const next = waiting.findIndex((t) => t.refers.every((r) => done.has(r)))
    if (next < 0) throw new Error(`These tables refer to each other in a ring and cannot be restored in order: ${waiting.map((t) => t.name).join(', ')}`)
    const [table] = waiting.splice(next, 1)
    done.add(table!.name)
    ordered.push({ name: table!.name, columns: table!.columns.filter((c) => !leftColumns.has(`${table!.name}.${c}`)) })
  }
  return ordered
}

export const quote = (name: string) => name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.')
export const columnList = (table: BackupTable) => table.columns.map(quote).join(', ')
