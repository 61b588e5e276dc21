// npm run bench [-- …]: the measurements, under the Node that Waymark runs with.

import { ensureBuilt, ensureInstalled, ensureNode24 } from './ensure.mjs'
import { inOurPlace, main, root } from './ground.mjs'

await main(async () => {
  await ensureInstalled()
  const node = await ensureNode24()
  await ensureBuilt()
  return inOurPlace(node, ['test/bench/main.ts', ...process.argv.slice(2)], { cwd: root })
})
