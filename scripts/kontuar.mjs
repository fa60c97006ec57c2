// `npm run -s kontuar -- <command>`: the command line. Standard output belongs to the command alone.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error('Kontuar needs Node 20 or newer, and this is Node ' + process.versions.node + ': install a newer one from https://nodejs.org.')
  process.exit(1)
}
import('./launch/command.mjs').then((module) => module.runCommand(process.argv.slice(2)))
