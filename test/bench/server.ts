// The server under test, in a process of its own, so that its memory is its own. Started by main.ts with a channel.

import { join } from 'node:path'
import { startEmbedded } from '#postgres/embedded.ts'
import { folderFiles } from '#register/folder-files.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister } from '#register/register.ts'
import { startServer } from '#server/listen.ts'

export interface Ready {
  readonly url: string
}
export interface Memory {
  /** Bytes now, and at the highest. */
  readonly resident: number
  readonly highest: number
}

const [dataDir = '', webRoot] = process.argv.slice(2)
const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres') })
const register = await openRegister({
  connection: embedded.connection,
  keys: await loadKeys(join(dataDir, 'keys', 'master.key')),
  files: folderFiles(join(dataDir, 'files')),
})
const server = await startServer({
  register,
  port: 0,
  log: false,
  signInPerMinute: 100,
  ...(webRoot === undefined ? {} : { webRoot }),
})

process.on('message', message => void answer(message))

async function answer(message: unknown): Promise<void> {
  if (message === 'memory') {
    const { rss } = process.memoryUsage()
    send({ resident: rss, highest: process.resourceUsage().maxRSS * 1024 } satisfies Memory)
    return
  }
  await server.close()
  await register.close()
  await embedded.stop()
  process.disconnect()
}
send({ url: server.url } satisfies Ready)

function send(message: Ready | Memory): void {
  process.send?.(message)
}
