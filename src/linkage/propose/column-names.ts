/** What the name of a column tells, in the languages that files of this field come in. */
export type Role = 'given' | 'surname' | 'answer' | 'record' | null

const given =
  /(^|_)(given|first|fore|christian|vor|prenom|nombre|imya|im_?a|fname|firstname|forename|givenname|name_?1)(_?names?)?(_|$)/
const surname =
  /(^|_)(sur|last|family|nach|nom|apellidos?|familiya|lname|surname|lastname|familyname|name_?2)(_?names?)?(_|$)/
/** Columns that hold what a linkage is to find out: taken as evidence, they would make every other column look useless. */
const answer =
  /^(true|truth|gold|real|known)?_?(cluster|ent|entity|ground_?truth|match|matched|group|person|individual|duplicate|dup|dupe|same|truth|label)s?_?(id|no|nr|num|number|key|label|of)?$/
const record = /^(rec|record|row|line|unique|uuid|guid|source)_?(id|no|nr|num|number|key)?$/

/** The name in small letters with underscores: RecID and "Rec ID" are rec_id. */
export const plainName = (column: string): string =>
  column
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

export function roleOf(column: string): Role {
  const name = plainName(column)
  if (answer.test(name)) return 'answer'
  if (record.test(name)) return 'record'
  if (given.test(name)) return 'given'
  return surname.test(name) ? 'surname' : null
}

/** Names for prepared columns: letters, digits and underscores, each once. */
export function preparedNames(columns: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    columns.map((column, i) => {
      const latin = plainName(column).replace(/[^a-z0-9_]/g, '')
      const base = /^[a-z]/.test(latin) ? latin : `column_${i + 1}`
      let name = base
      // A column dob_year beside dob would take the place of what dob is prepared into.
      for (
        let n = 2;
        [...taken].some(other => other === name || other.startsWith(`${name}_`) || name.startsWith(`${other}_`));
        n++
      )
        name = `${base.replaceAll('_', '')}${n === 2 ? '' : n}`
      taken.add(name)
      return [column, name]
    }),
  )
}
