/**
 * A variable, declared once. From this declaration come the content check, the API schema, the form, the import and
 * export columns, the figure dimension and the access class. Adding a variable is adding one entry to a record type.
 */

/**
 * Who may see it is decided by class. Everything but `open` is stored as ciphertext under the person's key. `protected`
 * (the address of a shelter) never leaves with a record: a door of its own opens it, one at a time, each opening logged.
 */
export const sensitivities = [
  'open',
  'narrative',
  'identity',
  'contact',
  'location',
  'health',
  'justice',
  'protected',
] as const
export type Sensitivity = (typeof sensitivities)[number]

export const fieldKinds = [
  'text', // one line
  'long_text', // a narrative
  'code', // one code of `list`
  'codes', // several codes of `list`
  'marks', // each code of `list` marked yes / no / unknown ...
  'date', // partial date: 2019, 2019-05, 2019-05-03, with ~ when estimated
  'integer',
  'money',
  'reference', // the id of another record (of type `to`)
] as const
export type FieldKind = (typeof fieldKinds)[number]

export interface FieldOptions {
  /** English label. Other languages translate the key `field.<type>.<id>`. */
  readonly label: string
  readonly help?: string
  /** Language -> label, language -> help; only on an organisation's own fields. */
  readonly labels?: Readonly<Record<string, string>>
  readonly helps?: Readonly<Record<string, string>>
  readonly class: Sensitivity
  /** Heading of the form it stands under; key `section.<id>`. */
  readonly section?: string
  /** Id of the figure dimension this field feeds, e.g. `country_of_origin`. Only `open` coded fields can feed one. */
  readonly dimension?: string
  /** The code list is ordered from least to most protective: in a conflict the more protective value is in force. */
  readonly protective?: true
  /** Set by the server or by an import only; never by a form. */
  readonly fixed?: true
  /** Column of the core-variable route (waymark import core). */
  readonly core?: string
  /** HTCDS 2.0 field id, e.g. `prs_Gender`. Value mappings stand on the codes. */
  readonly htcds?: string
  /** Column of the CTDC schemas when the whole field is one column. Marks map on their codes. */
  readonly ctdc?: string
  readonly min?: number
  readonly max?: number
  /** Longest text in characters (default 200 for text, 20,000 for long_text). */
  readonly length?: number
  /** Variable number in the demands document, for the coverage test. */
  readonly covers?: readonly string[]
}

export interface Field<K extends FieldKind = FieldKind> extends FieldOptions {
  readonly kind: K
  readonly list?: string
  readonly to?: string
  /** Of a reference to any `record`: the types that may be named. */
  readonly among?: readonly string[]
}

export const text = (o: FieldOptions): Field<'text'> => ({ kind: 'text', ...o })
export const longText = (o: FieldOptions): Field<'long_text'> => ({ kind: 'long_text', ...o })
export const code = (list: string, o: FieldOptions): Field<'code'> => ({ kind: 'code', list, ...o })
export const codes = (list: string, o: FieldOptions): Field<'codes'> => ({ kind: 'codes', list, ...o })
export const marks = (list: string, o: FieldOptions): Field<'marks'> => ({ kind: 'marks', list, ...o })
export const date = (o: FieldOptions): Field<'date'> => ({ kind: 'date', ...o })
export const integer = (o: FieldOptions): Field<'integer'> => ({ kind: 'integer', ...o })
export const money = (o: FieldOptions): Field<'money'> => ({ kind: 'money', ...o })
export const reference = (to: string, o: FieldOptions): Field<'reference'> => ({ kind: 'reference', to, ...o })
/** A record of the same case, of one of these types. */
export const referenceAmong = (among: readonly string[], o: FieldOptions): Field<'reference'> => ({
  ...reference('record', o),
  among,
})
