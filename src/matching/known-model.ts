import { readFileSync } from 'node:fs'
import { type Model, parseModel } from '#linkage/model.ts'

/**
 * The model that a new registration is weighed by: trained on 30,582 invented registrations, since a register in its first years has too few
 * that are linked. docs/linkage.md has the commands that make it, and what it finds.
 */
export const knownModel: Model = parseModel(
  JSON.parse(readFileSync(new URL('model.json', import.meta.url), 'utf8')) as unknown,
)

/** Its comparisons, by the codes that screens have words for. */
export const evidence = ['given', 'family', 'middle', 'sex', 'birth', 'nationality', 'document'] as const
export type Evidence = (typeof evidence)[number]

const codes: Readonly<Record<string, Evidence>> = {
  'given name': 'given',
  'family name': 'family',
  'middle name': 'middle',
  sex: 'sex',
  'date of birth': 'birth',
  nationality: 'nationality',
  document: 'document',
}

/** In the order of the model's comparisons. */
export const evidenceOf: readonly Evidence[] = knownModel.settings.compare.map(({ name }) => {
  const code = codes[name]
  if (!code) throw new Error(`Nothing is said about the comparison ${name}.`)
  return code
})
