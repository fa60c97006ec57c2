// `npm start`: installs what is missing, builds the browser application when it changed, runs the server.
// This file must be readable by old versions of Node, so that they can be told that they are too old.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error('Kontuar needs Node 20 or newer to start, and this is Node ' + process.versions.node + ': install a newer one from https://nodejs.org, then run npm start again.')
  process.exit(1)
}
import('./launch/start.mjs').then((module) => module.start(process.argv.slice(2)))
