/** A closed list of answers. Codes are lower_snake (countries: ISO alpha-2 upper case) and never change meaning. */
export interface Code {
  readonly code: string
  readonly label: string
  readonly help?: string
  /** Code of the coarser list this one is counted under (forced_labour -> labour). */
  readonly group?: string
  /** Names of this code in other schemas: a picklist value, or the column whose flag it sets. */
  readonly htcds?: string
  /** Label used by the HTCDS spreadsheets, when it differs from the code's words. */
  readonly htcdsLabel?: string
  readonly ctdcA?: string
  readonly ctdcB?: string
  readonly ctdcC?: string
  readonly core?: string
  /**
   * Schemas whose name is shared with other codes of the list, so that it may be written but not read back: a composite
   * ("psychological, physical or sexual abuse") never proves one of its members.
   */
  readonly exportOnly?: readonly Schema[]
  /** Labels in other languages than English, for an organisation's own codes; built-in codes are in the catalogues. */
  readonly labels?: Readonly<Record<string, string>>
  /** Withdrawn: kept for old records, not offered for new ones. */
  readonly until?: string
}

/** The outside schemas in which a code can have a name. */
export const schemas = ['htcds', 'htcdsLabel', 'ctdcA', 'ctdcB', 'ctdcC', 'core'] as const
export type Schema = (typeof schemas)[number]

export interface CodeList {
  readonly id: string
  readonly label: string
  /** Language -> label; only on an organisation's own lists. */
  readonly labels?: Readonly<Record<string, string>>
  readonly codes: readonly Code[]
  /** id of the list that `group` refers to. */
  readonly groupedBy?: string
  /** True for lists longer than a screen (countries, languages): the form offers a search box. */
  readonly long?: true
  /** Where the list comes from and how sure we are of it. */
  readonly source?: string
}

export const codeList = (list: CodeList): CodeList => list

/** Shorthand: ['code', 'Label'] pairs without mappings. */
export const plain = (
  id: string,
  label: string,
  pairs: readonly (readonly [string, string])[],
  source?: string,
): CodeList => ({
  id,
  label,
  codes: pairs.map(([code, name]) => ({ code, label: name })),
  ...(source === undefined ? {} : { source }),
})
