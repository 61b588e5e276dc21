// npm run audit:mechanism: the black-box audit of the noise mechanism, with as many runs as a verdict needs.

import { ensureInstalled, ensureNode24 } from './ensure.mjs'
import { inOurPlace, main, root } from './ground.mjs'

await main(async () => {
  await ensureInstalled()
  const node = await ensureNode24()
  process.env.WAYMARK_AUDIT_RUNS ??= '3000'
  const vitest = [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/disclosure/audit.test.ts',
    '--project',
    'unit+database',
  ]
  return inOurPlace(node, [...vitest, ...process.argv.slice(2)], { cwd: root })
})
