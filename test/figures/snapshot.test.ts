import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAt, countFigure } from '#figures/figure.ts'
import { inSnapshot } from '#figures/snapshot.ts'
import { systemActor } from '#register/work.ts'
import { type Scratch, scratchRegister } from './scratch-register.ts'

/** The figures of a report are of one moment, however long it is in the making. */
let scratch: Scratch
beforeAll(async () => {
  scratch = await scratchRegister()
  await scratch.office('KYV')
  await scratch.facts([{ office: 'KYV', dims: { sex: 'female' } }])
})
afterAll(() => scratch.close())

const bySex = { indicator: 'instances', by: ['sex'], where: {} }

test('what is entered while a snapshot counts is in none of its figures, and in all of the next', async () => {
  await inSnapshot(scratch.register, systemActor, async at => {
    expect((await countAt(at, bySex)).base.n).toBe(1)
    await scratch.facts([{ office: 'KYV', dims: { sex: 'male' } }])
    const later = await countAt(at, bySex)
    expect(later.base.n).toBe(1)
    expect(later.rows.map(({ key }) => key)).toEqual(['female'])
  })
  expect((await countFigure(scratch.register, systemActor, bySex)).base.n).toBe(2)
})

test('whoever counts writes nothing', async () => {
  const writing = inSnapshot(scratch.register, systemActor, ({ client }) => client.query('delete from fact_instance'))
  await expect(writing).rejects.toThrow(/read-only/)
})
