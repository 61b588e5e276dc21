/** What the name of a column tells, in the languages that files of this field come in. */
export type Role =
  | 'given'
  | 'middle'
  | 'surname'
  | 'previous'
  | 'full'
  | 'country'
  | 'answer'
  | 'record'
  | 'event'
  | null

const given =
  /(^|_)(given|first|fore|christian|vor|prenom|nombre|imya|im_?a|fname|firstname|forename|givenname|name_?1)(_?names?)?(_|$)/
const surname =
  /(^|_)(sur|last|family|nach|nom|apellidos?|familiya|lname|surname|lastname|familyname|name_?2)(_?names?)?(_|$)/
const middle = /(^|_)(middle|second|patronymic|father|otchestvo)s?(_?names?)?(_|$)/
const previous = /(^|_)(previous|former|maiden|birth|other|alias|née|nee)_?(family|last|sur)?_?names?(_|$)/
const full = /^(full_?|whole_?|person_?|complete_?|nombre_completo|fio|fullname)?_?(name|names)?$/
const country =
  /^(nationality|citizenship|nationality_?1|country(_of)?(_(origin|nationality|citizenship|birth))?|birth_?country)(_?code)?$/
/** Columns that hold what a linkage is to find out: taken as evidence, they would make every other column look useless. */
const answer =
  /^(true|truth|gold|real|known)?_?(cluster|ent|entity|ground_?truth|match|matched|group|person|individual|duplicate|dup|dupe|same|truth|label)s?_?(id|no|nr|num|number|key|label|of)?$/
/** About a registration, not about the person: two registrations of one person are expected to differ. */
const event =
  /^(date_?of_?|day_?of_?)?(registered|registration|recorded|created|creation|updated|modified|entered|entry|interview|interviewed|reported|admission|admitted|screened|screening|mission|office|organi[sz]ation|agency|site|caseworker|project|programme|program|dataset|file|source)_?(on|at|date|day|time|year|office|name|id|by|code)?$/
const record = /^(rec|record|row|line|unique|uuid|guid)_?(id|no|nr|num|number|key)?$/

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
  if (event.test(name)) return 'event'
  if (previous.test(name)) return 'previous'
  if (middle.test(name)) return 'middle'
  if (full.test(name)) return 'full'
  if (country.test(name)) return 'country'
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
