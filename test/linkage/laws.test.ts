import { basename, dirname, join } from 'node:path'
import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Linked, link } from '#linkage/link.ts'
import { csv, folder, listener } from './files.ts'
import { lines, type Made, people } from './people.ts'

const { header, records } = people(90, { seed: 5 })
const runs = { numRuns: 4 }
const order = fc.shuffledSubarray([...records], { minLength: records.length })

const file = (made: readonly Made[], name?: string) => csv(lines(header, made), name)
const dedupe = (path: string, model?: Linked['model']) => link({ files: [path], link: 'both', model }, listener())

/** Pairs by their ids, whichever stands left. */
const decisions = ({ links, id, source }: Linked): Map<string, string> =>
  new Map(
    [...links.weight.keys()].map(i => {
      const [a, b] = [links.left[i] as number, links.right[i] as number]
        .map(row => `${source[row]} ${id[row]}`)
        .toSorted()
      return [`${a} ${b}`, (links.weight[i] as number).toFixed(9)]
    }),
  )
const persons = ({ person, id, source }: Linked): string[] =>
  [...Map.groupBy(person.keys(), i => person[i]).values()]
    .map(rows =>
      rows
        .map(row => `${source[row]} ${id[row]}`)
        .sort()
        .join(', '),
    )
    .sort()

test('the order of records changes neither the model nor a decision', async () => {
  const first = await dedupe(file(records))
  await fc.assert(
    fc.asyncProperty(order, async shuffled => {
      const again = await dedupe(file(shuffled))
      expect(again.model).toEqual(first.model)
      expect(decisions(again)).toEqual(decisions(first))
      expect(persons(again)).toEqual(persons(first))
      expect(again.count).toEqual(first.count)
    }),
    runs,
  )
})

test('which file comes first changes no decision', async () => {
  const { model } = await dedupe(file(records))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 20, max: records.length - 20 }), order, async (cut, shuffled) => {
      const [a, b] = [file(shuffled.slice(0, cut), 'a.csv'), file(shuffled.slice(cut), 'b.csv')]
      const [there, back] = [await match([a, b], model), await match([b, a], model)]
      expect(decisions(there)).toEqual(decisions(back))
      expect(decisions(there).size).toBeGreaterThan(0)
      expect(persons(there)).toEqual(persons(back))
    }),
    runs,
  )
})

test('records of other people change no decision between those that were there', async () => {
  const { model } = await dedupe(file(records))
  const alone = await dedupe(file(records, 'all.csv'), model)
  const others = people(60, { seed: 99 }).records.map(made => ({ ...made, id: `other-${made.id}` }))
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...records, ...others], { minLength: records.length + others.length }),
      async mixed => {
        const together = decisions(await dedupe(file(mixed, 'all.csv'), model))
        const kept = new Map([...together].filter(([pair]) => !pair.includes('other-')))
        expect(kept).toEqual(decisions(alone))
      },
    ),
    runs,
  )
})

test('the same name of two files makes two sources', async () => {
  const path = file(records)
  const other = join(folder(), basename(path))
  expect(dirname(other)).not.toBe(dirname(path))
  copyFileSync(path, other)
  const { model } = await dedupe(path)
  expect(new Set((await match([path, other], model)).source).size).toBe(2)
})

const match = (files: string[], model: Linked['model']) => link({ files, link: 'between', model }, listener())
