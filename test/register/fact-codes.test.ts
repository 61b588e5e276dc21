import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, factCodes } from '#register/fact-codes.ts'
import { firstCodes } from '#register/learn-codes.ts'
import { seldom } from '#register/fact-varies.ts'
import { type Ground, ground } from './ground.ts'

/** Answers as numbers: one code an answer, for good, whoever meets it first. */
let g: Ground
beforeAll(async () => {
  g = await ground()
})
afterAll(() => g.end())

const column = ['d_any']
const codesOf = async (answers: readonly Answer[], codes = g.register.codes) =>
  (
    await codes.coded(
      column,
      answers.map(answer => [answer]),
    )
  ).map(([code]) => Number(code))
const wordsOf = async (code: number) =>
  (await g.register.pool.query<{ words: string[] }>('select words($1) as words', [code])).rows[0]?.words

const word = fc.string({ minLength: 1, maxLength: 8 }).filter(text => !text.includes('\u0000'))
const answer = fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 4 }))

test('whatever is answered is read back from its code, and its members are its words, each once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 5 }), async answers => {
      const codes = await codesOf(answers)
      for (const [at, given] of answers.entries()) {
        const words = typeof given === 'string' ? [given] : given
        expect(await wordsOf(codes[at] ?? -1)).toEqual(words)
        const { rows } = await g.register.pool.query<{ members: number[] }>(
          'select members from fact_word where id = $1',
          [codes[at]],
        )
        expect(rows[0]?.members).toEqual(await codesOf([...new Set(words)]))
      }
    }),
    { numRuns: 30 },
  )
})

test('another program, asking at the same time, is given the same codes', async () => {
  const other = factCodes(g.register.codes.learn)
  const asked: Answer[] = ['one', ['one', 'two'], ['two', 'one'], ['["one","two"]'], 'two']
  const [here, there] = await Promise.all([codesOf(asked), codesOf(asked, other)])
  expect(here).toEqual(there)
  expect(new Set(here).size).toBe(5)
  expect(await codesOf([['one']])).toEqual([here[0]])
})

test('a program that starts knows the codes that were given before, and asks for none of them', async () => {
  const asked: Answer[] = ['known', ['known', 'well'], ['["known","well"]'], 'well']
  const codes = await codesOf(asked)
  const known = await firstCodes(g.register.pool)
  const started = factCodes(() => Promise.reject(new Error('nothing is to be learned')), known)
  expect(await codesOf(asked, started)).toEqual(codes)
  expect(await codesOf([null, 'unknown'], started)).toEqual([0, 1])
})

test('no answer is 0, the answer unknown is 1, and neither is ever learned', async () => {
  const codes = factCodes(() => Promise.reject(new Error('nothing is to be learned')))
  expect(await codesOf([null, [], 'unknown', ['unknown']], codes)).toEqual([0, 0, 1, 1])
  const { rows } = await g.register.pool.query('select id, words, members from fact_word where id < 2 order by id')
  expect(rows).toEqual([
    { id: 0, words: [], members: [1] },
    { id: 1, words: ['unknown'], members: [1] },
  ])
})

test('a set of answers may be longer than an index takes', async () => {
  const long = Array.from({ length: 200 }, (_, at) => `a donor with a rather long name, number ${at}`)
  const [code = -1] = await codesOf([long])
  expect(await wordsOf(code)).toEqual(long)
  expect(await codesOf([long], factCodes(g.register.codes.learn))).toEqual([code])
})

test('a code that could not be learned now is asked for again later', async () => {
  let down = true
  const codes = factCodes(answers =>
    down ? Promise.reject(new Error('no database')) : g.register.codes.learn(answers),
  )
  await expect(codesOf(['later'], codes)).rejects.toThrow('no database')
  down = false
  expect(await codesOf(['later'], codes)).toEqual(await codesOf(['later']))
})

test('the index of persons who differ has the number that questions ask by', async () => {
  const { rows } = await g.register.pool.query(
    "select indexdef from pg_indexes where indexname = 'fact_instance_moved'",
  )
  expect(rows[0]?.indexdef).toContain(`${seldom}`)
})
