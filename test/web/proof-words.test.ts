// What the proof-reader says stands in two places: in English beside the rules, and in the app's catalogue, from which it is
// translated. This holds the two together.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exchangeMessages } from '#exchange/messages.ts'
import { proofSentences, sentence } from '#figures/proof/sentences.ts'
import { example } from '#web/proof/example.ts'
import catalogue from '#web/text/en.proof.json' with { type: 'json' }

const said: Readonly<Record<string, string>> = catalogue

test('every sentence of the proof-reader stands in the catalogue, and no other', () => {
  const written = proofSentences.flatMap(code => {
    const { text, advice } = sentence(code)
    return [
      [`proof.says.${code}`, text],
      [`proof.advice.${code}`, advice],
    ]
  })
  const inCatalogue = Object.entries(said).filter(([key]) => /^proof\.(says|advice)\./.test(key))
  expect(Object.fromEntries(inCatalogue)).toEqual(Object.fromEntries(written))
})

test('the reasons why a line is refused are those of the door', () => {
  const messages: Readonly<Record<string, string>> = exchangeMessages
  const lines = Object.entries(said).filter(([key]) => key.startsWith('problem.line_'))
  expect(lines.length).toBeGreaterThan(15)
  for (const [key, text] of lines) expect(text).toBe(messages[key.replace('problem.line_', 'line.')])
})

test('the example on the page is the one of the documentation', async () => {
  expect(example).toBe(await readFile(join(import.meta.dirname, '../../docs/proof-example.csv'), 'utf8'))
})
