// node scripts/run.mjs <tool> …: a tool of node_modules, under the Node it needs.

import { join } from 'node:path'
import { ensureInstalled, ensureNode24 } from './ensure.mjs'
import { environmentFor, inOurPlace, main, root } from './ground.mjs'

await main(async () => {
  const [tool = '', ...args] = process.argv.slice(2)
  await ensureInstalled()
  const node = await ensureNode24()
  return inOurPlace(join(root, 'node_modules/.bin', tool), args, { cwd: root, env: environmentFor(node) })
})
