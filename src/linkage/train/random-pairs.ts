import { type Engine, materialise, readNumber } from '../engine/engine.ts'
import type { Settings } from '../settings/settings.ts'
import { randomFrom } from './random.ts'

/** Writes `into` (l, r, rules): every pair of a small file, else pairs drawn blindly. @returns how many. */
export async function randomPairs(engine: Engine, { link, train }: Settings, into: string): Promise<number> {
  const d = engine.dialect
  const row = d.quote('row')
  const records = await readNumber(engine, 'SELECT count(*) FROM record')
  const kind =
    link === 'between' ? ' AND a.source_no <> b.source_no' : link === 'within' ? ' AND a.source_no = b.source_no' : ''
  if ((records * (records - 1)) / 2 <= train.randomPairs) {
    await materialise(
      engine,
      into,
      `SELECT a.${row} AS l, b.${row} AS r, 0 AS rules FROM record AS a JOIN record AS b ON a.${row} < b.${row}${kind}`,
    )
  } else {
    const random = randomFrom(train.seed)
    const draw = () => 1 + Math.floor(random() * records)
    const l: number[] = []
    const r: number[] = []
    for (let i = 0; i < train.randomPairs; i++) {
      const [a, b] = [draw(), draw()]
      if (a === b) continue
      l.push(Math.min(a, b))
      r.push(Math.max(a, b))
    }
    await engine.load('drawn', { names: ['l', 'r'], types: ['integer', 'integer'], values: [l, r] })
    await materialise(
      engine,
      into,
      `SELECT p.l, p.r, 0 AS rules FROM drawn AS p JOIN record AS a ON a.${row} = p.l JOIN record AS b ON b.${row} = p.r WHERE TRUE${kind}`,
    )
    await engine.run('DROP TABLE drawn')
  }
  return readNumber(engine, `SELECT count(*) FROM ${into}`)
}
