import { expect, test } from 'vitest'
import { type Linked, link } from '#linkage/link.ts'
import { csv, listener } from './files.ts'
import { lines, people } from './people.ts'

/** Three missions: two of them on one route, so that half of the people of one are known in the other; nobody of the third. */
const { header, records } = people(360, { seed: 8 })
const mission = (name: string, from: readonly (typeof records)[number][]) => csv(lines(header, from), `${name}.csv`)
const byPerson = [...Map.groupBy(records, each => each.person).values()]
const twice = byPerson.filter(each => each.length > 1)
const once = byPerson.filter(each => each.length === 1).map(([each]) => each as (typeof records)[number])
const origin = [...twice.map(([a]) => a as (typeof records)[number]), ...once.slice(0, 60)]
const destination = [...twice.map(([, b]) => b as (typeof records)[number]), ...once.slice(60, 120)]
const elsewhere = once.slice(120, 220)

const run = () =>
  link(
    {
      files: [mission('origin', origin), mission('destination', destination), mission('elsewhere', elsewhere)],
      link: 'between',
    },
    listener(),
  )
const priorOf = ({ model }: Linked, a: string, b: string) =>
  model.priors.find(({ left, right }) => [left, right].includes(a) && [left, right].includes(b))?.prior ?? 0

test('each pair of sources has its own prior: high on a route, low where nobody is shared', async () => {
  expect([twice.length > 40, elsewhere.length > 60]).toEqual([true, true])
  const linked = await run()
  expect(linked.model.priors).toHaveLength(3)
  const route = priorOf(linked, 'origin', 'destination')
  const expected = twice.length / (origin.length * destination.length)
  expect(route).toBeGreaterThan(expected / 1.5)
  expect(route).toBeLessThan(expected * 1.5)
  for (const other of ['origin', 'destination']) {
    const strangers = priorOf(linked, 'elsewhere', other)
    expect(strangers).toBeLessThan(route / 10)
    expect(strangers).toBeGreaterThan(0)
  }
  // A pair of the route weighs more than the same agreement between strangers: the difference of the priors, in bits.
  const { model } = linked
  const again = await link(
    { files: [mission('origin', origin), mission('destination', destination)], link: 'between', model },
    listener(),
  )
  const without = await link(
    {
      files: [mission('origin', origin), mission('destination', destination)],
      link: 'between',
      model: { ...model, priors: [] },
    },
    listener(),
  )
  const bits = (p: number) => Math.log2(p / (1 - p))
  const shift = bits(route) - bits(model.prior)
  const plain = new Map(
    [...without.links.weight.keys()].map(i => [
      `${without.links.left[i]} ${without.links.right[i]}`,
      without.links.weight[i],
    ]),
  )
  let compared = 0
  for (const [i, weight] of again.links.weight.entries()) {
    const before = plain.get(`${again.links.left[i]} ${again.links.right[i]}`)
    if (before === undefined) continue
    expect(weight - before).toBeCloseTo(shift, 6)
    compared += 1
  }
  expect(compared).toBeGreaterThan(40)
})

test('one source has no priors of its own', async () => {
  expect((await link({ files: [mission('all', records)], link: 'both' }, listener())).model.priors).toEqual([])
})
