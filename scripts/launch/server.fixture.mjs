// A server that notes its life: "ready <pid>", then the signal it heard. Leaves with code 7.
import { appendFileSync } from 'node:fs'

const diary = process.argv[2]
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    appendFileSync(diary, `${signal}\n`)
    // Long enough for a second signal, handed on twice, to be seen.
    setTimeout(() => process.exit(7), 200)
  })
}
setInterval(() => {}, 1000)
appendFileSync(diary, `ready ${process.pid}\n`)
