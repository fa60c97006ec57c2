// Passwords come from the keyboard, unseen, or from a pipe; on the command line everybody on the machine could read them.
import { createInterface } from 'node:readline'
import { CommandError } from './command.ts'

export const shortestPassword = 10

export async function askPassword(given: string | undefined, question: string): Promise<string> {
  const password = given ?? await (process.stdin.isTTY ? fromKeyboard(question) : fromPipe())
  if (password.length < shortestPassword || password.length > 200) throw new CommandError(`The password must have ${shortestPassword} to 200 characters: choose another, or pipe it in on one line.`)
  return password
}

async function fromPipe(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}

function fromKeyboard(question: string): Promise<string> {
  process.stderr.write(`${question}: `)
  const { stdin } = process
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const done = (act: () => void) => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      process.stderr.write('\n')
      act()
    }
    const onData = (chunk: string) => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') return done(() => resolve(typed))
        if (character === '\u0003' || character === '\u0004') return done(() => reject(new CommandError('Stopped: nothing was changed.')))
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character
      }
    }
    stdin.on('data', onData)
    stdin.resume()
  })
}
