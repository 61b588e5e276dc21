// For the launcher `waymark`: brings what the verb needs and prints the path of the Node to run it with. Everything else
// it says goes to stderr.

import { ensureBuilt, ensureInstalled, ensureNode24 } from './ensure.mjs'
import { main } from './ground.mjs'

await main(async () => {
  await ensureInstalled()
  const node = await ensureNode24()
  if (process.argv[2] === 'serve') await ensureBuilt()
  process.stdout.write(node)
})
