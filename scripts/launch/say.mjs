// What the launcher tells: on standard error, one line a step, and a sign of life every ten seconds.
export const say = (line) => process.stderr.write(`${line}\n`)

/** A fault the person can mend: printed without a stack. */
export class LaunchError extends Error {}

export async function withProgress(what, work) {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  say(`${what} …`)
  const timer = setInterval(() => say(`${what} … ${seconds()} s so far`), 10_000)
  try {
    const result = await work()
    say(`${what}: done in ${seconds()} s.`)
    return result
  } finally {
    clearInterval(timer)
  }
}

export function fail(error) {
  say(error instanceof LaunchError ? error.message : (error?.stack ?? String(error)))
  process.exit(1)
}
