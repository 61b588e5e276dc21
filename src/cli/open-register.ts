import { join } from 'node:path'
import { startEmbedded } from '#postgres/embedded.ts'
import { erasureFile } from '#register/erasure-list.ts'
import { keepFactsCurrent } from '#register/facts-version.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister, type Register } from '#register/register.ts'
import { filesPlace } from './files-place.ts'

interface Opening {
  readonly dataDir: string
  readonly err: (line: string) => void
  /** Told at once what to close, the last first: also when a later step fails. */
  readonly closeLater: (close: () => Promise<void>) => void
}

/** The register of a data folder, on the embedded PostgreSQL or on the one that DATABASE_URL names. */
export async function openRegisterIn({ dataDir, err, closeLater }: Opening): Promise<Register> {
  const keys = await loadKeys(join(dataDir, 'keys', 'master.key'))
  // In the data folder also when the database is elsewhere: it must not be restored together with it.
  const erasures = erasureFile(join(dataDir, 'keys', 'erased'))
  const files = filesPlace(dataDir)
  const connection = process.env['DATABASE_URL'] || (await embedded({ dataDir, err, closeLater }))
  const register = await openRegister({ connection, keys, erasures, files })
  closeLater(() => register.close())
  await keepFactsCurrent(register, err)
  return register
}

async function embedded({ dataDir, err, closeLater }: Opening) {
  const server = await startEmbedded({ dataDir: join(dataDir, 'postgres'), say: err })
  closeLater(() => server.stop())
  return server.connection
}
