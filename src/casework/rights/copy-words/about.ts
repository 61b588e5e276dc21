import type { BundleRecord } from '../bundle.ts'
import { type CopyLanguage, type CopyWords, unreviewed } from './copy-words.ts'

/** What the reader of a copy is told before it begins: what it is, and where its words fall short. Pure. */
export function aboutCopy(
  words: CopyWords,
  o: {
    readonly language: CopyLanguage
    readonly records: readonly BundleRecord[]
    readonly elsewhere: number
    readonly childSought: boolean
  },
): readonly string[] {
  const { asked, given } = o.language
  const partly = given !== 'en' && o.records.some(({ fields }) => fields.some(({ labelIn }) => labelIn !== given))
  return [
    words.say('copy.about'),
    words.say('copy.blotted'),
    ...(o.childSought ? [words.say('copy.childSought')] : []),
    words.say('copy.rights'),
    ...(asked === given ? [] : [words.say('copy.otherLanguage')]),
    ...(partly ? [words.say('copy.partlyEnglish')] : []),
    ...(unreviewed(words.catalogue).length > 0 ? [words.say('copy.notReviewed')] : []),
    ...(o.elsewhere === 0 ? [] : [words.say('copy.elsewhere', { count: String(o.elsewhere) })]),
  ]
}
