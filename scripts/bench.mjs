// npm run bench [-- …]: the measurements, under the Node that Waymark runs with. `npm run bench -- NAME …` runs
// test/bench/NAME.ts (field, …) instead of the server's.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, ensureNode24 } from './ensure.mjs'
import { inOurPlace, main, root } from './ground.mjs'

await main(async () => {
  await ensureInstalled()
  const node = await ensureNode24()
  await ensureBuilt()
  const [name = '', ...rest] = process.argv.slice(2)
  const named = /^[a-z]+$/.test(name) && existsSync(join(root, 'test/bench', `${name}.ts`))
  const args = named ? [`test/bench/${name}.ts`, ...rest] : ['test/bench/main.ts', ...process.argv.slice(2)]
  return inOurPlace(node, args, { cwd: root })
})
