import type { Dictionary } from '#dictionary/dictionary.ts'
import type { BundleField, Said } from '#casework/rights/bundle.ts'
import { copyWordsOf } from '#casework/rights/copy-words/copy-words.ts'
import type { AccessBundle } from '#register/access-bundle.ts'
import { dictionaryTexts } from '#register/dictionary-texts.ts'
import { isolated } from './plain.ts'
import { typeset } from './typeset.ts'

/** The copy that a person asked for, as a PDF to hand over: in the language and the direction of the bundle. */
export function typesetCopy(d: Dictionary, bundle: AccessBundle): Promise<Buffer> {
  const { catalogue, words, say } = copyWordsOf(d, bundle.language.given, dictionaryTexts(bundle.language.given))
  const { direction } = catalogue
  const apart = (text: string) => isolated(text, direction)
  const sourceOf = ({ by, office, on }: Said): string =>
    [by, office, on]
      .filter(part => part !== '')
      .map(apart)
      .join(direction === 'rtl' ? '، ' : ', ')
  return typeset('copy.typ', {
    language: catalogue.language,
    direction,
    title: bundle.title,
    made: say('copy.made', { day: apart(bundle.madeOn) }),
    about: bundle.about,
    heads: {
      recipients: say('copy.recipients'),
      noRecipients: say('copy.noRecipients'),
      readers: say('copy.readers'),
      records: say('copy.records'),
    },
    recipientColumns: [say('copy.whom'), say('copy.what'), say('copy.ground'), say('copy.on')],
    readerColumns: [say('copy.who'), say('copy.times'), say('copy.first'), say('copy.last')],
    recordColumns: [say('copy.question'), say('copy.answer'), say('copy.source')],
    recipients: bundle.recipients.map(({ shown, organisation, on }) => [
      [shown.kind, ...(organisation === null ? [] : [apart(organisation)])].join(': '),
      shown.what,
      shown.ground,
      on,
    ]),
    readers: readersByName(bundle),
    records: bundle.records.map(({ label, purpose, fields }) => ({
      label,
      purpose: say('copy.keptFor', { purpose: words[`list.consent_purpose.${purpose}`] ?? purpose }),
      fields: fields.map((field: BundleField) => ({
        label: field.label,
        shown: field.now.shown,
        source: sourceOf(field.now),
        earlier: field.earlier.map(said => say('copy.before', { shown: apart(said.shown), source: sourceOf(said) })),
      })),
    })),
  })
}

/** One line a colleague, whatever they opened. */
function readersByName({ readers }: AccessBundle): readonly (readonly string[])[] {
  return [...Map.groupBy(readers, ({ who }) => who)].map(([who, all]) => [
    who,
    String(all.reduce((sum, { times }) => sum + times, 0)),
    all.map(({ first }) => first).sort()[0] ?? '',
    all
      .map(({ last }) => last)
      .sort()
      .at(-1) ?? '',
  ])
}
