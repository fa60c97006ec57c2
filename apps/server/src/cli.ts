// The command line: `npm run -s kontuar -- <command>`. Each command is a file in cli/; this is their table.
import { CommandError, print, type Command } from './cli/command.ts'
import { usageOf } from './cli/options.ts'
import { ConfigError } from './platform/config.ts'
import { Refusal } from './platform/http/refusal.ts'
import { PostgresError } from './platform/postgres/index.ts'

const commands: Record<string, () => Promise<{ command: Command }>> = {
  token: () => import('./cli/token.ts'),
  user: () => import('./cli/user.ts'),
  organization: () => import('./cli/organization.ts'),
  doctor: () => import('./cli/doctor.ts'),
  migrate: () => import('./cli/migrate.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
  import: () => import('./cli/import.ts'),
  bi: () => import('./cli/bi.ts'),
  seed: () => import('./cli/seed.ts'),
}

async function help() {
  print('Kontuar: npm run -s kontuar -- <command>\n')
  for (const load of Object.values(commands)) {
    const { command } = await load()
    print(`${command.summary[0]!.toUpperCase()}${command.summary.slice(1)}:\n${usageOf(command)}\n`)
  }
  print('Commands may run beside the server. They use the same environment (KONTUAR_DATA, DATABASE_URL …).')
}

async function main([name, ...args]: string[]) {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help()
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new CommandError(`There is no command "${name}": choose from ${Object.keys(commands).join(', ')}, help.`)
  const { command } = await load()
  if (args.includes('--help') || args.includes('-h')) return print(usageOf(command))
  await command.run(args)
}

const expected = [CommandError, ConfigError, Refusal, PostgresError]

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  if (!expected.some((kind) => error instanceof kind) && process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = 1
}
