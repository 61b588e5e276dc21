import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { link } from '#linkage/link.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { link as command } from './command.ts'
import { csv, folder, listener } from './files.ts'
import { registrationLines } from './registrations.ts'

/** What people decided about pairs of a file, and a run that is stopped. */
const made = [...migrants({ persons: 120, seed: 4 })]
const file = () => csv(registrationLines(made))
const clusters = (out: string) =>
  new Map(
    readFileSync(join(out, 'clusters.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.trim().split(',') as [string, string]),
  )

test('pairs decided the same are one person, pairs decided different are not, and others stay as they were', async () => {
  const [plain, bound] = [folder(), folder()]
  const records = file()
  await command('dedupe', records, '--train', '--out', plain)
  const before = clusters(plain)
  const ids = [...before.keys()]
  const person = (id: string) => before.get(id) ?? ''
  // Two whom nothing joins, and two who are one.
  const alone = ids.filter(id => ids.every(other => other === id || person(other) !== person(id)))
  const twice = ids.flatMap(id =>
    ids.filter(other => other > id && person(other) === person(id)).map(other => [id, other]),
  )
  const pair = twice.find(([a]) => ids.filter(id => person(id) === person(a ?? '')).length === 2) ?? []
  const same = csv(['a,b', `${alone[0]},${alone[1]}`, 'nobody,nowhere'], 'same.csv')
  const different = csv(['a,b', pair.join(',')], 'different.csv')
  await command(
    'dedupe',
    records,
    '--model',
    join(plain, 'model.json'),
    '--out',
    bound,
    '--same',
    same,
    '--different',
    different,
  )
  const after = clusters(bound)
  expect(after.get(alone[0] ?? '')).toBe(after.get(alone[1] ?? ''))
  expect(after.get(pair[0] ?? '')).not.toBe(after.get(pair[1] ?? ''))
  const rest = ids.filter(id => !alone.slice(0, 2).includes(id) && !pair.includes(id))
  for (const a of rest) for (const b of rest) expect(after.get(a) === after.get(b)).toBe(person(a) === person(b))
})

test.each([
  ['one id in a line', ['a,b', 'only'], 'line 2'],
  ['an id twice', ['a,b', 'x,x'], 'line 2'],
])('a file of decisions with %s is refused', async (_, lines, said) => {
  const decisions = csv(lines, 'same.csv')
  await expect(command('dedupe', file(), '--train', '--out', folder(), '--same', decisions)).rejects.toThrow(said)
})

test('ids that no file has are told, and decide nothing', async () => {
  const watch = listener()
  const decided = { same: [['nobody', 'nowhere'] as const], different: [] }
  const linked = await link({ files: [file()], link: 'both', decided }, watch)
  const without = await link({ files: [file()], link: 'both' }, listener())
  expect(watch.warnings.join()).toContain('1 of the decided pairs names a record that no file has')
  expect([...linked.person]).toEqual([...without.person])
})

test.each(['read', 'prepare', 'train', 'block', 'compare', 'score', 'cluster', 'count'])(
  'stopped while it does %s, it ends without a result and says so',
  async step => {
    const stop = new AbortController()
    const running = link(
      { files: [file()], link: 'both' },
      {
        ...listener(),
        signal: stop.signal,
        step(name) {
          if (name === step) stop.abort()
        },
      },
    )
    await expect(running).rejects.toThrow('Stopped, as asked.')
  },
)
