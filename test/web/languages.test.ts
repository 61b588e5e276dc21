// Every language of the app says all that English says, and nothing else: the same keys, the same placeholders, messages that can be read.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '#dictionary/catalogue.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { languages } from '#web/text/languages.ts'

const folder = join(import.meta.dirname, '../../src/web/text')
const dictionaryWords = join(import.meta.dirname, '../../src/dictionary/words')
const read = <T>(name: string, from = folder): T => JSON.parse(readFileSync(join(from, name), 'utf8')) as T
const english: Record<string, string> = Object.assign(
  {},
  ...readdirSync(folder)
    .filter(name => /^en(\.\w+)?\.json$/.test(name))
    .map(name => read<Record<string, string>>(name)),
)
/** Names of countries and languages come from the browser. */
const named = /^list\.(country|nationality|language)\.[A-Za-z]{2,3}$/
const words = new Set(Object.entries(messagesOf(builtIn)).flatMap(([key, text]) => (named.test(key) ? [] : [text])))

/** Names that the message asks for, with what they are: `{count}` and `{count, plural` differ. Every second brace opens a branch of one. */
function placeholders(message: string): string[] {
  const found = new Set<string>()
  let depth = 0
  for (const [at, sign] of [...message].entries()) {
    if (sign === '}') depth -= 1
    if (sign !== '{') continue
    const [, name = '', kind = ''] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec([...message].slice(at).join('')) ?? []
    if (depth % 2 === 0) found.add(`${name} ${kind}`)
    depth += 1
  }
  return [...found].sort()
}

/** `other` is a placeholder of one sentence and a branch of every plural. */
const values = (message: string): Record<string, string | number> => ({
  other: 3,
  ...Object.fromEntries(
    placeholders(message).map(each => [each.split(' ')[0] ?? '', each.endsWith('select') ? 'other' : 3]),
  ),
})

describe.each(languages.filter(({ code }) => code !== 'en'))('$name', ({ code }) => {
  const app = read<{ texts: Record<string, string> }>(`${code}.json`).texts
  const dictionary = read<{ texts: Record<string, string> }>(`${code}.json`, dictionaryWords).texts

  test('says the sentences of the app, all and no other', () => {
    expect(Object.keys(app).filter(key => english[key] === undefined)).toEqual([])
    expect(Object.keys(english).filter(key => app[key] === undefined)).toEqual([])
  })

  test('has the words of the dictionary, all and no other', () => {
    expect(Object.keys(dictionary).filter(word => !words.has(word))).toEqual([])
    expect([...words].filter(word => dictionary[word] === undefined)).toEqual([])
  })

  test('names as read by a native speaker only texts that it has', () => {
    for (const [from, texts] of [
      [folder, app],
      [dictionaryWords, dictionary],
    ] as const) {
      const { reviewed } = read<{ reviewed: Record<string, string> }>(`${code}.json`, from)
      expect(Object.keys(reviewed).filter(key => key !== '*' && texts[key] === undefined)).toEqual([])
    }
  })

  test('asks for what English asks for, in messages that can be read', () => {
    const intl = createIntl({
      locale: code,
      messages: app,
      onError: error => {
        throw error
      },
    })
    const wrong = Object.entries(app).flatMap(([key, message]) => {
      const source = english[key] ?? ''
      if (placeholders(message).join() !== placeholders(source).join()) return [`${key}: other placeholders`]
      try {
        return String(intl.formatMessage({ id: key }, values(source))).trim() === '' ? [`${key}: empty`] : []
      } catch (error) {
        return [`${key}: ${String(error).slice(0, 120)}`]
      }
    })
    expect(wrong).toEqual([])
  })
})
