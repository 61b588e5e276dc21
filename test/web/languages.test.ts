// No language of the app says what English does not: known keys, the same placeholders, messages that can be read. What is not
// translated yet stands in English.

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

/** Names that the message asks for, with what they are: `{count}` and `{count, plural` differ. */
const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\s*(\w+)\s*(?:,\s*(\w+))?/g)].map(([, name, kind]) => `${name} ${kind ?? ''}`))]
    .filter(each => !/^(one|other|zero|two|few|many) /.test(each))
    .sort()

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

  test('says sentences of the app, and no other', () => {
    expect(Object.keys(app).filter(key => english[key] === undefined)).toEqual([])
  })

  test('has words of the dictionary, and no other', () => {
    expect(Object.keys(dictionary).filter(word => !words.has(word))).toEqual([])
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
      // A single word in a branch of a plural looks like a placeholder: English may have more of them, never fewer.
      const asked = new Set(placeholders(source))
      const strange = placeholders(message).filter(each => !asked.has(each))
      const kinds = (text: string) =>
        placeholders(text)
          .filter(each => !each.endsWith(' '))
          .join()
      if (strange.length > 0 || kinds(message) !== kinds(source)) return [`${key}: other placeholders`]
      try {
        return String(intl.formatMessage({ id: key }, values(source))).trim() === '' ? [`${key}: empty`] : []
      } catch (error) {
        return [`${key}: ${String(error).slice(0, 120)}`]
      }
    })
    expect(wrong).toEqual([])
  })
})
