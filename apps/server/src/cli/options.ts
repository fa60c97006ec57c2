// Options of a command: --name value, --name=value; anything unknown is refused by name.
import { parseArgs } from 'node:util'
import { CommandError, type Command } from './command.ts'

/** Answers what was given; every option takes a value and may stand once, `repeatable` ones often (joined by commas). */
export function readOptions<N extends string>(command: Command, args: readonly string[], names: readonly N[], repeatable: readonly N[] = []): Partial<Record<N, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const, multiple: true }]))
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    return Object.fromEntries(Object.entries(values as Record<string, string[]>).map(([name, given]) => {
      if (given.length > 1 && !repeatable.includes(name as N)) throw new CommandError(`--${name} was given twice: give it once.`)
      return [name, given.join(',')]
    })) as Partial<Record<N, string>>
  } catch (error) {
    if (error instanceof CommandError) throw error
    const wrong = /'(.+?)'/.exec((error as Error).message)?.[1] ?? 'an option'
    throw new CommandError(`"${wrong}" is not understood. Usage:\n${usageOf(command)}`)
  }
}

export function need(command: Command, options: Partial<Record<string, string>>, name: string): string {
  const value = options[name]?.trim()
  if (!value) throw new CommandError(`--${name} is missing. Usage:\n${usageOf(command)}`)
  return value
}

export const usageOf = (command: Command): string => command.usage.map((line) => `  npm run -s kontuar -- ${line}`).join('\n')
