// Stands in for npm's child: runs the server fixture under the launcher. The server writes what happens to it into a file.
import { runServer } from './run-server.mjs'

runServer(process.argv[2], process.argv.slice(3))
