import { isAbsolute, join } from 'node:path'
import { CommandError, type Command } from './command.ts'
import { usageOf } from './options.ts'

/** The one path a command takes, relative to where the person stands: npm runs commands in the project's folder. */
export function onlyFile(command: Command, args: readonly string[]): string {
  const [path, ...more] = args
  if (path === undefined || path.startsWith('-') || more.length > 0) throw new CommandError(`Name one file. Usage:\n${usageOf(command)}`)
  return isAbsolute(path) ? path : join(process.env['INIT_CWD'] ?? process.cwd(), path)
}
