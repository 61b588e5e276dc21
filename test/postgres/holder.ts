// A program of its own that starts the embedded database and stays, so that tests can kill it as a power switch would.
// It prints one line when it has the database; told to end (SIGTERM), it stops what it may stop and leaves.

import { startEmbedded } from '#postgres/embedded.ts'

const said: string[] = []
const embedded = await startEmbedded({ dataDir: process.argv[2] ?? '', say: line => said.push(line) })
process.on('SIGTERM', () => {
  void embedded.stop().finally(() => process.exit(0))
})
process.stdout.write(`${JSON.stringify({ adopted: embedded.adopted, connection: embedded.connection, said })}\n`)
setInterval(() => {}, 60_000)
