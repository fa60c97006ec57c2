// What the cluster runs with. Written at every start, so that an upgrade of the code brings its settings along.
import { userInfo } from 'node:os'

export const ownSettingsFile = 'postgresql.local.conf'

export type Overrides = Record<string, string>

/** The text of postgresql.conf. Quoting follows the server's GUC syntax: a quote inside is doubled. */
export function settingsText(socketDir: string, overrides: Overrides = {}): string {
  const settings: Overrides = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    // Node and PostgreSQL together stay under 500 MB; the file cache of the kernel does the rest.
    shared_buffers: '96MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    // The bundled build has no LLVM anyway; said so that a system's build behaves the same.
    jit: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // The bundled build knows pglz alone; lz4 would need a library it lacks.
    wal_compression: 'on',
    wal_buffers: '8MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    // No replica reads from the bundled server: half the WAL for bulk loads, and no sender processes.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Tables that only grow: vacuum by inserts keeps index-only scans and the freeze cheap.
    autovacuum_vacuum_insert_scale_factor: '0.05',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.02',
    autovacuum_naptime: '30s',
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.max': '1000',
    'pg_stat_statements.track_utility': 'off',
    // Standard error goes to postgres.log. Failed statements stay out of it (`log` ranks above `error` there):
    // their values may be personal data, and the program hears of them anyway.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    log_timezone: 'UTC',
    timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    ...overrides,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  return [
    `# Written by Kontuar at every start. Own settings belong into ${ownSettingsFile}, which is read last.`,
    ...lines,
    `include = '${ownSettingsFile}'`,
    '',
  ].join('\n')
}

/**
 * Who may connect: the user who runs Kontuar, and root; both under any database role. Over a network, which is shut unless the
 * administrator opens it (listen_addresses in the own settings file), nobody but logins of BI tools, by their password.
 */
export function accessText(): { hba: string; ident: string } {
  const name = ownName()
  const names = [...new Set(['root', ...(name ? [name] : [])])]
  return {
    // In containers a user number may have no name, and `peer` needs one; the 0700 folder guards then.
    hba: `${name ? 'local all all peer map=kontuar' : 'local all all trust'}\nhost kontuar +kontuar_bi all scram-sha-256\n`,
    ident: names.map((n) => `kontuar "${n}" all\n`).join(''),
  }
}

function ownName(): string | null {
  try {
    return userInfo().username
  } catch {
    return null
  }
}
