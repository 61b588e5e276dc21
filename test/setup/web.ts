// The web app as it is shipped, built once for a run of browser tests when there is none or a source is newer.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['web', 'field', 'server/contract', 'dictionary', 'casework', 'forms', 'access', 'changes'].map(room =>
  join(root, 'src', room),
)
const recipe = join(root, 'vite.config.ts')

export async function setup(): Promise<void> {
  // Somebody brings an app that is built already.
  if (process.env['WAYMARK_WEB'] !== undefined) return
  const index = join(root, 'dist/web/index.html')
  const builtAt = existsSync(index) ? statSync(index).mtimeMs : 0
  if (Math.max(statSync(recipe).mtimeMs, ...sources.map(newest)) <= builtAt) return
  // Under "test" the interface library would come with its checks for developers, at twice the work for every page.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ configFile: recipe, logLevel: 'error' })
  } finally {
    process.env['NODE_ENV'] = before
  }
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}
