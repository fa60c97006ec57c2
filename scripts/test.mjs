// `npm test`: everything. Installs what the tests need, checks, tests, drives the browser.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error('The tests need Node 20 or newer to start, and this is Node ' + process.versions.node + ': install a newer one from https://nodejs.org.')
  process.exit(1)
}
import('./checks/test.mjs').then((module) => module.test(process.argv.slice(2)))
