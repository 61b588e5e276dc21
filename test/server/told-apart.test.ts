import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#access/permission.ts'
import { publish } from '#register/publications.ts'
import { inWork } from '#register/work.ts'
import { numbered } from '#reports/numbered.ts'
import type { DraftFigure, DraftReport } from '#reports/report.ts'
import { checkToldApart } from '#server/told-apart.ts'
import { draft } from '../reports/sample.ts'
import { type House, openHouse } from './house.ts'

/** Two publications together: whoever holds both reads the difference, however many others came between them. */
let house: House
let writer: Actor

beforeAll(async () => {
  house = await openHouse()
  const hq = await house.office('HQ')
  const id = await house.account('writer', [{ role: 'report_writer', office: hq.id, scope: 'all' }])
  writer = { id, kind: 'user', grants: [{ role: 'report_writer', office: hq.id, scope: 'all' }] }
  await kept(counting(200), 'public')
  for (let more = 0; more < 25; more++) await kept({ ...counting(200), title: `For us, ${more}` }, 'internal')
})
afterAll(() => house.close())

const counting = (n: number): DraftReport => {
  const block = draft.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'figure')
  if (block?.kind !== 'figure') throw new Error('The sample has a figure.')
  const figure: DraftFigure = { ...block.figure, base: { n, of: 'all' }, rows: [], chart: null }
  return { ...draft, sections: [{ id: 'one', title: 'One', blocks: [{ kind: 'figure', figure }], sections: [] }] }
}

const kept = (of: DraftReport, mode: 'internal' | 'public') =>
  inWork(house.register, writer, work => {
    const { kind, title, cutOff } = of
    return publish(work, { kind, title, cutOff, mode, parameters: {}, queries: [], report: numbered(of), outputs: [] })
  })

test.each([
  [203, 'tells three persons apart'],
  [197, 'tells three who were taken out apart'],
])('a base of %d after 200 %s, 25 publications later', async n => {
  const asked = inWork(house.register, writer, work => checkToldApart(work, numbered(counting(n))))
  await expect(asked).rejects.toMatchObject({ code: 'tells_apart' })
})

test.each([200, 205, 1000])('a base of %d after 200 tells nobody apart', async n => {
  await inWork(house.register, writer, work => checkToldApart(work, numbered(counting(n))))
})
