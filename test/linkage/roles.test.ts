import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newKeyFile, parseKey } from '#linkage/encoding/key.ts'
import { encodeRecords, type OwnersRecord } from '#linkage/encoding/owner.ts'
import { proposedSchema, recognised } from '#linkage/encoding/propose.ts'
import { parseSchema } from '#linkage/encoding/schema.ts'
import { parseSubmission, type Submission, submissionText } from '#linkage/submission/submission.ts'
import { migrants } from '#linkage/synthetic/migrants.ts'
import { createProject, runProject, submit } from '#linkage/unit/folder.ts'
import { inOrder, linkSubmissions } from '#linkage/unit/run.ts'
import { link } from './command.ts'

const all = [...migrants({ persons: 500, seed: 4 })]
const columns = Object.keys(all[0]?.registration ?? {})
const schemaText = proposedSchema(recognised(columns), { protection: 'standard', salt: 'AAAA' })
const schema = parseSchema(schemaText)
const key = parseKey(newKeyFile({ project: 'corridor', date: '2026-11' }))
const now = new Date('2026-11-26T10:00:00Z')

/** Missions at home are one owner, those abroad the other. */
const recordsOf = (owner: string): OwnersRecord[] =>
  all
    .filter(({ registration: r }) => (r.mission === r.nationality ? 'origin' : 'abroad') === owner)
    .map(({ registration }) => ({ id: registration.id, line: { ...registration } }))

const encodedBy = (owner: string, o: { key?: typeof key; schema?: typeof schema; dummies?: number } = {}) =>
  encodeRecords(recordsOf(owner), { schema, key, owner, columns, ...o })

const [origin, abroad] = [encodedBy('origin'), encodedBy('abroad')]

/** From row to true person, for what owners could say if they spoke. */
const truth = new Map(
  [origin, abroad].flatMap(({ rows }) =>
    rows.map(({ row, id }) => [row, all.find(each => each.registration.id === id)?.person ?? ''] as const),
  ),
)

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'waymark-unit-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

async function openProject(): Promise<string> {
  const unit = join(await folder(), 'unit')
  await createProject(unit, { project: 'corridor', date: '2026-11', schema: schemaText, now })
  return unit
}

async function asFile(submission: Submission, text = submissionText(submission)): Promise<string> {
  const file = join(await folder(), 'encodings.jsonl')
  await writeFile(file, text)
  return file
}

/** Precision and recall of clusters, over pairs. */
function accuracy(clusters: ReadonlyMap<string, string>) {
  const rows = [...clusters.keys()]
  let [found, right, there] = [0, 0, 0]
  rows.forEach((a, i) =>
    rows.slice(0, i).forEach(b => {
      const [same, together] = [truth.get(a) === truth.get(b), clusters.get(a) === clusters.get(b)]
      found += Number(together)
      right += Number(together && same)
      there += Number(same)
    }),
  )
  return { precision: right / found, recall: right / there }
}

const clustersIn = (
  results:
    | { rows: readonly { row: string; cluster: string }[] }[]
    | readonly { rows: readonly { row: string; cluster: string }[] }[],
) => new Map(results.flatMap(({ rows }) => rows.map(({ row, cluster }) => [row, cluster] as const)))

test('two owners, several scripts: most persons are found again, hardly any are mixed up', async () => {
  const { results, summary } = await linkSubmissions([origin.submission, abroad.submission], { probability: 0.95 })
  const { precision, recall } = accuracy(clustersIn(results))
  expect(precision).toBeGreaterThan(0.85)
  expect(recall).toBeGreaterThan(0.65)
  expect(summary.records).toBe(all.length)
  expect(summary.shared).toBeGreaterThan(50)
  expect(Math.abs(summary.clusters - 500)).toBeLessThan(75)
})

test('neither the order of rows nor of submissions changes who is together', async () => {
  const turned = { ...origin.submission, rows: origin.submission.rows.toReversed() }
  const [one, two] = await Promise.all([
    linkSubmissions([origin.submission, abroad.submission], { probability: 0.95, name: counting() }),
    linkSubmissions([abroad.submission, turned], { probability: 0.95, name: counting() }),
  ])
  expect(clustersIn(two.results)).toEqual(new Map([...clustersIn(one.results)].sort(([a], [b]) => (a < b ? -1 : 1))))
})

const counting = () => {
  let next = 0
  return () => `c${next++}`
}

describe('the three roles are kept apart', () => {
  test('no code of the linkage unit can reach a key or make an encoding', async () => {
    const source = join(import.meta.dirname, '../../src/linkage')
    const seen = new Set<string>()
    const walk = async (file: string): Promise<void> => {
      if (seen.has(file)) return
      seen.add(file)
      const text = await readFile(file, 'utf8')
      for (const [, to] of text.matchAll(/from '(\.[^']+)'/g)) await walk(join(dirname(file), to ?? ''))
    }
    for (const name of await readdir(join(source, 'unit'))) await walk(join(source, 'unit', name))
    const reached = [...seen].map(file => file.slice(source.length + 1))
    expect(reached).toContain('submission/submission.ts')
    expect(reached.filter(file => /^encoding\/(?!schema|problem)|^names\/|^dates\//.test(file))).toEqual([])
  })

  test('what is handed over holds no name, no id, no key, and its order says nothing', () => {
    const text = submissionText(origin.submission)
    for (const { registration: r } of all)
      for (const value of [r.family_name, r.document]) if (value.length > 5) expect(text).not.toContain(value)
    for (const secret of [Buffer.from(key.secret).toString('base64'), Buffer.from(key.secret).toString('hex')])
      expect(text).not.toContain(secret)
    const order = origin.submission.rows.map(({ row }) => origin.rows.findIndex(each => each.row === row))
    expect(order).not.toEqual(order.toSorted((a, b) => a - b))
    expect(encodedBy('origin').rows.map(each => each.row)).not.toEqual(origin.rows.map(each => each.row))
    expect(parseSubmission(text, 'x')).toEqual(origin.submission)
  })

  test('another project, date or secret is another key, and its sign tells nothing of it', () => {
    const file = newKeyFile({ project: 'corridor', date: '2026-11' })
    const [one, later, other] = [file, file.replace('2026-11', '2026-12'), file.replace('corridor', 'coast')].map(
      parseKey,
    )
    expect(new Set([one?.id, later?.id, other?.id, key.id]).size).toBe(4)
    expect(new Set([one, later, other].map(each => Buffer.from(each?.secret ?? []).toString('hex'))).size).toBe(3)
    expect(() => parseKey('{"secret":"hunter2"}')).toThrow('not a key file')
    expect(() => newKeyFile({ project: '../x', date: '2026-11' })).toThrow('letters, digits')
    expect(() => newKeyFile({ project: 'x', date: 'soon' })).toThrow('2026-11')
  })

  test('made-up rows go out and are nobody’s', () => {
    const { submission, rows } = encodedBy('origin', { dummies: 0.25 })
    expect(submission.rows.length).toBe(Math.round(rows.length * 1.25))
    expect(new Set(submission.rows.map(each => each.row)).size).toBe(submission.rows.length)
  })
})

test('after a run there are no encodings, and only row and cluster go back', async () => {
  const unit = await openProject()
  await submit(unit, await asFile(origin.submission), now)
  expect(await submit(unit, await asFile(abroad.submission), now)).toEqual({
    owner: 'abroad',
    records: abroad.submission.rows.length,
    replaced: false,
  })
  expect(await submit(unit, await asFile(abroad.submission), now)).toMatchObject({ replaced: true })
  const summary = await runProject(unit, { probability: 0.95, now })
  expect((await readdir(unit)).sort()).toEqual(['log.jsonl', 'project.json', 'results'])
  const back = await readFile(join(unit, 'results', 'abroad.csv'), 'utf8')
  expect(back.trim().split('\n')).toHaveLength(abroad.submission.rows.length + 1)
  expect(back).toMatch(/^row,cluster\n([0-9a-f]{24},[0-9a-f]{20}\n)+$/)
  const log = (await readFile(join(unit, 'log.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { what: string })
  expect(log.map(each => each.what)).toEqual(['opened', 'submitted', 'submitted', 'replaced', 'linked and deleted'])
  expect(summary.clusters).toBeGreaterThan(0)
  await expect(runProject(unit, { probability: 0.95, now })).rejects.toThrow('linked already')
  await expect(submit(unit, await asFile(origin.submission), now)).rejects.toThrow('Open a new one')
})

describe('refused in plain words, and nothing is taken', () => {
  const other = parseSchema(proposedSchema(recognised(columns), { protection: 'high', salt: 'AAAA' }))
  const remade = (change: (header: Submission['header']) => object) => {
    const { header, rows } = origin.submission
    return submissionText({ header: { ...header, ...change(header) }, rows })
  }
  const cases: [string, string, () => string][] = [
    [
      'another schema',
      'another schema than the one agreed',
      () => submissionText(encodedBy('origin', { schema: other }).submission),
    ],
    ['the key of another date', 'with the key of 2026-12', () => remade(() => ({ date: '2026-12' }))],
    ['another project', 'for the project coast', () => remade(() => ({ project: 'coast' }))],
    [
      'a wrong length in the header',
      'agreed are given of 1024 bits',
      () =>
        remade(h => ({ encodings: h.encodings.map(e => ({ ...e, bits: e.bits * 2 })) })).replace(
          /"[A-Za-z0-9+/=]{100,}"/g,
          'null',
        ),
    ],
    [
      'a row of the wrong length',
      'bits where 1024 are agreed',
      () => submissionText(origin.submission).replace(/"[A-Za-z0-9+/=]{100,}"/, '"AAAA"'),
    ],
    [
      'a file that was cut off',
      'was cut off or changed',
      () => submissionText(origin.submission).split('\n').slice(0, 5).join('\n'),
    ],
    ['names instead of encodings', 'not the beginning of encodings', () => 'given_name,family_name\nOlha,Shevchenko\n'],
    [
      'a row twice',
      'row number that was there before',
      () => {
        const lines = submissionText(origin.submission).trim().split('\n')
        return [...lines.slice(0, -1), lines[1]].join('\n')
      },
    ],
  ]
  test.each(cases)('%s', async (_, why, text) => {
    const unit = await openProject()
    const file = await asFile(origin.submission, text())
    const error = await submit(unit, file, now).catch((found: unknown) => String(found))
    expect(error).toContain(why)
    expect(error).not.toContain('Shevchenko')
    expect(await readdir(join(unit, 'submissions'))).toEqual([])
  })

  test('another key with the same project and date; one owner alone; a folder that is no project', async () => {
    const unit = await openProject()
    await submit(unit, await asFile(origin.submission), now)
    const twin = parseKey(newKeyFile({ project: 'corridor', date: '2026-11' }))
    await expect(submit(unit, await asFile(encodedBy('abroad', { key: twin }).submission), now)).rejects.toThrow(
      'one key file',
    )
    await expect(runProject(unit, { probability: 0.95, now })).rejects.toThrow('Fewer than two owners')
    expect(await readdir(join(unit, 'submissions'))).toEqual(['origin.jsonl'])
    await expect(submit(unit, join(unit, 'nothing.jsonl'), now)).rejects.toThrow('There is no file')
    await expect(submit(await folder(), await asFile(origin.submission), now)).rejects.toThrow('no linkage project')
    await expect(
      createProject(unit, { project: 'corridor', date: '2026-11', schema: schemaText, now }),
    ).rejects.toThrow('holds a project already')
  })
})

test('a column that is empty or holds one value is named in a warning', async () => {
  const empty = recordsOf('abroad').map(({ id, line }) => ({
    id,
    line: {
      ...line,
      birth_date: '',
      birth_place: '',
      given_name: 'Ana',
      middle_name: '',
      sex: 'female',
      nationality: '',
    },
  }))
  const poor = encodeRecords(empty, { schema, key, owner: 'abroad', columns })
  expect(poor.silent['birth']).toBe(empty.length)
  const { summary } = await linkSubmissions([origin.submission, poor.submission], { probability: 0.95 })
  expect(summary.warnings.join(' ')).toContain('birth is empty in everything from abroad')
  expect(inOrder([poor.submission])).toHaveLength(empty.length)
})

test('on the command line, from schema to persons', async () => {
  const place = await folder()
  const at = (name: string) => join(place, name)
  await link('synthesise', '--persons', '150', '--out', at('people.csv'))
  await link('schema', at('people.csv'), '--out', at('schema.json'))
  await Promise.all([
    link('key', '--project', 'corridor', '--date', '2026-11', '--out', at('key.json')),
    link('project', at('unit'), '--project', 'corridor', '--date', '2026-11', '--schema', at('schema.json')),
  ])
  await mkdir(at('own'))
  const encode = (owner: string) =>
    link(
      'encode',
      at('people.csv'),
      '--schema',
      at('schema.json'),
      '--key-file',
      at('key.json'),
      '--owner',
      owner,
      '--dummies',
      '0.2',
      '--out',
      at(`own/${owner}.jsonl`),
    )
  await Promise.all([encode('one'), encode('two')])
  for (const owner of ['one', 'two']) await link('submit', at(`own/${owner}.jsonl`), '--to', at('unit'))
  expect(await link('run', at('unit'))).toContain('The encodings are deleted')
  await link('receive', at('unit/results/one.csv'), '--rows', at('own/one.rows.csv'), '--out', at('persons.csv'))
  const persons = (await readFile(at('persons.csv'), 'utf8')).trim().split('\n')
  const records = (await readFile(at('people.csv'), 'utf8')).trim().split('\n')
  expect(persons[0]).toBe('id,person')
  expect(persons).toHaveLength(records.length)
  // Both owners gave the same file: each record is with its twin.
  await link('receive', at('unit/results/two.csv'), '--rows', at('own/two.rows.csv'), '--out', at('twins.csv'))
  const twins = new Map(
    (await readFile(at('twins.csv'), 'utf8'))
      .trim()
      .split('\n')
      .map(line => line.split(',') as [string, string]),
  )
  const together = persons.slice(1).filter(line => twins.get(line.split(',')[0] ?? '') === line.split(',')[1])
  expect(together.length / (persons.length - 1)).toBeGreaterThan(0.9)
  await expect(
    link('receive', at('unit/results/two.csv'), '--rows', at('own/one.rows.csv'), '--out', at('x.csv')),
  ).rejects.toThrow('another owner')
  await expect(link('key', '--project', 'corridor', '--date', '2026-11', '--out', at('key.json'))).rejects.toThrow(
    'Nothing was written over',
  )
})
