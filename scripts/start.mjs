// npm start [-- --demo …]: brings everything that is missing, then runs the server until it is told to stop.

import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, ensureNode24 } from './ensure.mjs'
import { inOurPlace, main, root, serverFlags } from './ground.mjs'

await main(async () => {
  await ensureInstalled()
  const node = await ensureNode24()
  await ensureBuilt()
  return inOurPlace(node, [...serverFlags, join(root, 'src/cli/main.ts'), 'serve', ...process.argv.slice(2)])
})
