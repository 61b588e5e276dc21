// node test/bench/coverage.ts [registers] [persons]: how often the interval of the count holds the true number of persons. Invented registers, each
// with other people, linked without settings.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { link } from '#linkage/link.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { registrationLines } from '../linkage/registrations.ts'

const registers = Number(process.argv[2] ?? 100)
const persons = Number(process.argv[3] ?? 400)
const folder = await mkdtemp(join(tmpdir(), 'waymark-coverage-'))
let held = 0
let width = 0
let off = 0
try {
  for (let seed = 1; seed <= registers; seed++) {
    const made = [...migrants({ persons, seed: 1_000 + seed })]
    const truth = new Set(made.map(({ person }) => person)).size
    const file = join(folder, 'register.csv')
    await writeFile(file, `${registrationLines(made).join('\n')}\n`)
    const { count } = await link({ files: [file], link: 'both' }, { step: () => undefined, warn: () => undefined })
    const { from, to } = count.interval
    if (from <= truth && truth <= to) held += 1
    width += (to - from) / truth
    off += (count.persons - truth) / truth
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
const percent = (share: number) => `${((100 * share) / registers).toFixed(1)} %`
process.stdout.write(
  `${registers} registers of ${persons} persons: the 90 % interval holds the true number in ${held}; it is ${percent(width)} of it wide, the count is off by ${percent(off)} on average\n`,
)
