import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliContext } from '#cli/context.ts'
import { figuresCommand } from '#cli/figures.ts'
import { builtIn, labelOf } from '#dictionary/dictionary.ts'
import { dimensionsFor } from '#figures/dimension.ts'
import type { Figure, FigureChoices } from '#figures/figure-shape.ts'
import { indicators } from '#figures/indicators/all.ts'
import { type Indicator, units } from '#figures/indicators/indicator.ts'
import { type Asker, type House, newId, openHouse } from '../server/house.ts'
import { accepted, staffAt } from '../scenarios/money-house.ts'

/** Adding an indicator is one entry: this one exists nowhere else, and command line, API and app have it. */
const girls: Indicator = {
  id: 'girls_to_date',
  label: 'Girls assisted since 2010',
  unit: 'person',
  definition: 'Distinct girls with at least one instance of assistance since 2010.',
  wording: { one: 'girl assisted', other: 'girls assisted' },
  facts: 'instance',
  measure: 'person',
  only: { sex: ['female'], age_group: ['child'] },
  accumulation: 'since',
  since: 2010,
  caveats: ['links_as_known'],
}

let house: House
let analyst: Asker
beforeAll(async () => {
  house = await openHouse()
  const top = await house.office('HQ')
  const office = await house.office('KYV', top)
  const worker = await staffAt(house, 'caseworker', office)
  for (const [sex, ageAtAssistance, year] of [
    ['female', 12, 2009],
    ['female', 12, 2010],
    ['female', 13, 2011],
    ['female', 14, 2012],
    ['female', 30, 2011],
    ['male', 12, 2011],
  ] as const) {
    const [person, file] = [newId(), newId()]
    await accepted(worker, { type: 'person', office: office.id, person, record: person, set: { sex } })
    await accepted(worker, {
      type: 'case',
      office: office.id,
      person,
      case: file,
      record: file,
      set: { registeredOn: String(year), ageAtAssistance },
    })
  }
  analyst = await staffAt(house, 'global_analyst', top, 'all')
  ;(indicators as Map<string, Indicator>).set(girls.id, girls)
})
afterAll(async () => {
  ;(indicators as Map<string, Indicator>).delete(girls.id)
  await house.close()
})

async function cli(...words: string[]): Promise<string> {
  const lines: string[] = []
  const context: CliContext = {
    dataDir: '',
    json: false,
    out: line => lines.push(line),
    err: () => undefined,
    openRegister: async () => house.register,
    close: async () => undefined,
  }
  await figuresCommand(context).exitOverride().parseAsync(words, { from: 'user' })
  return lines.join('\n')
}

test('one entry: it stands in the choices from which the app is built, in the API and on the command line', async () => {
  const choices = (await analyst.ask('GET', '/figures/choices')).json() as FigureChoices
  expect(choices.indicators.find(({ id }) => id === girls.id)).toMatchObject({
    label: girls.label,
    unit: 'person',
    accumulation: 'since',
  })
  const figure = (await analyst.ask('POST', '/figures', { indicator: girls.id, year: 2011 })).json() as Figure
  expect(figure).toMatchObject({
    base: { n: 2 },
    accumulation: 'since',
    period: { label: 'since 2010, to the end of 2011', from: '2010-01-01', to: '2011-12-31' },
    where: { year: ['2011'] },
  })
  expect(await cli('--indicator', girls.id)).toContain('Girls assisted since 2010 · since 2010')
  expect(
    figuresCommand({} as CliContext)
      .helpInformation()
      .replaceAll(/\s+/g, ' '),
  ).toContain(girls.id)
})

test('an accumulating indicator refuses a year before its first, and a condition that it never holds', async () => {
  const before = await analyst.ask('POST', '/figures', { indicator: girls.id, year: 2009 })
  expect(before.statusCode).toBe(422)
  expect(before.json()).toMatchObject({ message: expect.stringContaining('counted since 2010') })
  const boys = await analyst.ask('POST', '/figures', { indicator: girls.id, where: { sex: ['male'] } })
  expect(boys.statusCode).toBe(422)
  expect(boys.json()).toMatchObject({ message: expect.stringContaining('counts only sex = female') })
})

test('to date: everybody up to the end of the year, each once', async () => {
  const ask = async (year?: number) =>
    ((await analyst.ask('POST', '/figures', { indicator: 'persons_to_date', year })).json() as Figure).base.n
  expect([await ask(2008), await ask(2009), await ask(2011), await ask()]).toEqual([null, 1, 5, 6])
})

test.each([...indicators.values()])('$id is well formed', indicator => {
  expect(units).toContain(indicator.unit)
  expect(indicator.definition).toMatch(/\.$/)
  expect(indicator.since !== undefined).toBe(indicator.accumulation === 'since')
  for (const [id, values] of Object.entries(indicator.only ?? {})) {
    const dimension = dimensionsFor(builtIn, indicator).find(each => each.id === id)
    expect(dimension, id).toBeDefined()
    if (dimension?.list) for (const value of values) expect(labelOf(builtIn, dimension.list, value)).not.toBe(value)
  }
})
