import { spawn } from 'node:child_process'
import { root } from '../launch/paths.mjs'
import { say } from '../launch/say.mjs'

/** Two at a time; what a step printed is shown only when it failed. @returns {Promise<string[]>} names of the failed */
export async function runSteps(steps) {
  const waiting = [...steps]
  const failed = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const begun = Date.now()
      const { code, output } = await run(step.command)
      say(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
      if (code === 0) continue
      failed.push(step.name)
      say(output.trim())
    }
  }
  await Promise.all([worker(), worker()])
  return failed
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => { output += chunk })
    child.stderr.on('data', (chunk) => { output += chunk })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
