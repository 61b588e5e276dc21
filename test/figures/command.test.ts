import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { figuresCommand } from '#cli/figures.ts'
import { type Scratch, scratchRegister } from './scratch-register.ts'

let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchRegister()
  await scratch.office('NA')
  await scratch.facts([
    { office: 'NA', dims: { sex: 'female', nationality: ['NA'], age_group: 'adult' } },
    { office: 'NA', dims: { sex: 'male', nationality: ['UA'], age_group: 'adult' } },
    { office: 'NA', dims: { sex: 'male', nationality: ['UA'], age_group: 'child' } },
  ])
})
afterAll(() => scratch.close())

async function figures(words: string[], json = true): Promise<string> {
  const lines: string[] = []
  const context: CliContext = {
    dataDir: '',
    json,
    out: line => lines.push(line),
    err: () => undefined,
    openRegister: async () => scratch.register,
    close: async () => undefined,
  }
  await figuresCommand(context)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parseAsync(words, { from: 'user' })
  return lines.join('\n')
}

test('JSON carries the fields that the issue names, keys as imported', async () => {
  const figure = JSON.parse(
    await figures(['--indicator', 'instances', '--year', '2011', '--by', 'nationality', '--top', '10']),
  )
  expect(figure).toMatchObject({
    indicator: 'instances',
    unit: 'instance',
    period: { label: '2011' },
    base: { n: 3, of: 'all' },
  })
  expect(figure.rows).toMatchObject([
    { key: 'UA', n: 2, share: 67, rank: 1 },
    { key: 'NA', label: 'Namibia', n: 1, share: 33, rank: 2 },
  ])
  for (const part of ['not_available', 'coverage', 'caveats']) expect(figure).toHaveProperty(part)
})

test('dimensions and values can be repeated or joined', async () => {
  const joined = JSON.parse(await figures(['--by', 'sex,age_group']))
  const repeated = JSON.parse(await figures(['--by', 'sex', '--by', 'age_group']))
  expect(joined.rows).toEqual(repeated.rows)
  const filtered = JSON.parse(
    await figures(['--where', 'nationality=na', '--where', 'nationality=UA', '--where', 'sex=male']),
  )
  expect(filtered.base.n).toBe(2)
  expect(filtered.where).toEqual({ nationality: ['NA', 'UA'], sex: ['male'] })
})

test('without --json a table and its passport; what is misspelt is refused', async () => {
  expect(await figures(['--by', 'sex'], false)).toMatch(/^Instances of assistance by sex · all years$/m)
  await expect(figures(['--where', 'colour'])).rejects.toMatchObject({ code: 'commander.invalidArgument' })
  await expect(figures(['--year', 'soon'])).rejects.toMatchObject({ code: 'commander.invalidArgument' })
  await expect(figures(['--by', 'colour'])).rejects.toMatchObject({ name: 'FigureProblem' })
})
