// The annual report in every format, in a process of its own, so that its memory is its own. Started by main.ts with a channel.

import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '#postgres/embedded.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister } from '#register/register.ts'
import { systemActor } from '#register/work.ts'
import { writeFolder } from '#reports/folder.ts'
import { kindNamed } from '#reports/kinds.ts'
import { makeReport } from '#reports/make.ts'
import { outputsOf } from '#reports/outputs.ts'
import { figuresOf } from '#reports/report.ts'

export interface AnnualMade {
  readonly figures: number
  readonly seconds: { readonly counting: number; readonly writing: number }
  /** How often progress was told. */
  readonly told: number
  /** Bytes, at the highest. */
  readonly highest: number
}

const [dataDir = '', year = ''] = process.argv.slice(2)
const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres') })
const register = await openRegister({
  connection: embedded.connection,
  keys: await loadKeys(join(dataDir, 'keys', 'master.key')),
})
const folder = await mkdtemp(join(dataDir, 'annual-'))
try {
  let told = 0
  const making = { mode: 'internal', signal: new AbortController().signal, progress: () => void (told += 1) } as const
  const began = performance.now()
  const asked = { kind: kindNamed('annual'), parameters: { year } }
  const { report } = await makeReport(register, systemActor, asked, making)
  const counted = performance.now()
  await writeFolder(join(folder, 'report'), await outputsOf(report, making))
  const seconds = { counting: (counted - began) / 1_000, writing: (performance.now() - counted) / 1_000 }
  const highest = process.resourceUsage().maxRSS * 1_024
  process.send?.({ figures: figuresOf(report).length, seconds, told, highest } satisfies AnnualMade)
} finally {
  await rm(folder, { recursive: true, force: true })
  await register.close()
  await embedded.stop()
  if (process.connected) process.disconnect()
}
