import { messagesOf } from '#dictionary/catalogue.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { BundleField, Said } from '#casework/rights/bundle.ts'
import type { AccessBundle } from '#register/access-bundle.ts'
import { copyWords } from './copy-words.ts'
import { typeset } from './typeset.ts'

/** The copy that a person asked for, as a PDF to hand over. */
export function typesetCopy(d: Dictionary, bundle: AccessBundle): Promise<Buffer> {
  const { given, asked } = bundle.language
  const words = copyWords(given)
  const labels = messagesOf(d)
  const coded = (list: string, code: string) => labels[`list.${list}.${code}`] ?? code
  return typeset('copy.typ', {
    language: given,
    words,
    made: words.made(bundle.madeOn),
    about: [
      ...words.about,
      ...(asked === given ? [] : [words.otherLanguage]),
      ...(bundle.elsewhere === 0 ? [] : [words.elsewhere(bundle.elsewhere)]),
    ],
    recipients: bundle.recipients.map(({ kind, organisation, what, ground, on }) => [
      [coded('recipient_kind', kind), ...(organisation === null ? [] : [organisation])].join(': '),
      what.map(each => coded('disclosure_what', each)).join(', '),
      coded('disclosure_ground', ground),
      on,
    ]),
    readers: readersByName(bundle),
    records: bundle.records.map(({ label, purpose, fields }) => ({
      label,
      purpose: words.keptFor(coded('consent_purpose', purpose)),
      fields: fields.map((field: BundleField) => ({
        label: field.label,
        shown: field.now.shown,
        source: sourceOf(field.now),
        earlier: field.earlier.map(said => words.before(said.shown, sourceOf(said))),
      })),
    })),
  })
}

const sourceOf = ({ by, office, on }: Said): string => [by, office, on].filter(part => part !== '').join(', ')

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
