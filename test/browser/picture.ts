import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** A picture for people to look at, in the folder that WAYMARK_SHOTS names; none without it. */
export async function picture(screen: Page | Locator, name: string): Promise<void> {
  const folder = process.env['WAYMARK_SHOTS']
  if (folder === undefined) return
  const path = join(folder, `${name}.png`)
  await ('goto' in screen ? screen.screenshot({ path, fullPage: true }) : screen.screenshot({ path }))
}
