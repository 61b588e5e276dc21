import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'

/** What the model reads of a person, by its names of columns. */
export const personColumns = [
  'given_name',
  'middle_name',
  'family_name',
  'previous_family_name',
  'sex',
  'birth_date',
  'nationality',
  'document',
] as const

/** A person as the model reads one; null where nothing was answered. Of several nationalities the first. */
export function personRow(content: Content): Readonly<Record<(typeof personColumns)[number], string | null>> {
  const text = (value: Content[string] | undefined): string | null =>
    isAnswered(value) ? plainText(Array.isArray(value) ? (value[0] ?? null) : value).trim() || null : null
  return {
    given_name: text(content.givenNames),
    middle_name: text(content.middleNames),
    family_name: text(content.familyNames),
    previous_family_name: text(content.otherNames),
    sex: text(content.sex),
    birth_date: text(content.birthDate),
    nationality: text(content.nationality),
    document: text(content.identityNumber),
  }
}
