/**
 * What the exchange room says to people: English of every key. `{name}` is filled with the details of the problem.
 * Kept apart from the code so that it can be translated like every other string.
 */
export const exchangeMessages = {
  'exchange.missing_file': 'There is no file "{file}".',
  'exchange.not_a_file': '"{file}" is a folder or a device, not a file.',
  'exchange.not_readable': 'The file "{file}" cannot be opened: you have no permission to read it.',
  'exchange.empty_file': 'The file "{file}" is empty.',
  'exchange.no_header': 'The file "{file}" has no header line.',
  'exchange.no_rows': 'The file "{file}" has a header but no lines below it.',
  'exchange.too_large':
    'The file "{file}" is too large ({megabytes} MB; at most {limit} MB). Split it into several files with the same header.',
  'exchange.too_many_lines': 'The file has more than {limit} lines. Split it into several files with the same header.',
  'exchange.too_many_columns': 'The header has more than {limit} columns. This does not look like the right file.',
  'exchange.utf16': 'The file is saved as UTF-16 ("Unicode text"). Save it again as "CSV UTF-8".',
  'exchange.not_utf8':
    'The file is not UTF-8: letters near line {line} are written in another encoding. Save it again as "CSV UTF-8".',
  'exchange.nul_bytes': 'Line {line} holds NUL bytes: the file is damaged, or it is not a text file.',
  'exchange.quote_not_closed':
    'A quotation mark opened at or after line {line} is never closed. Close it, or double it if it belongs to the text.',
  'exchange.quote_misplaced':
    'Line {line} has a quotation mark inside a value. Put the whole value in quotation marks and double the inner ones.',
  'exchange.line_too_long':
    'The line at or after line {line} is longer than {limit} characters. Is a quotation mark left open?',
  'exchange.ragged': 'Line {line} has {found} values, the header has {expected} columns.',
  'exchange.spreadsheet_locked':
    'The spreadsheet "{file}" is protected with a password. Open it, save it without a password, and try again.',
  'exchange.spreadsheet_old':
    'The file "{file}" is in an old Excel or Office format. Save it as .xlsx or as "CSV UTF-8".',
  'exchange.spreadsheet_damaged':
    'The spreadsheet "{file}" is damaged or is not an .xlsx file. Save it again as .xlsx.',
  'exchange.spreadsheet_too_large':
    'The spreadsheet "{file}" unpacks to more than {limit} MB. Save it as "CSV UTF-8" or split it.',
  'exchange.spreadsheet_formula':
    'The cell {cell} of the sheet holds a formula. Replace formulas by their values first.',
  'exchange.not_a_table': 'The file "{file}" is not a table: it looks like {kind}. CSV (UTF-8) and .xlsx are read.',
  'exchange.columns_unknown': 'Unknown columns: {columns}. Known are: {known}.',
  'exchange.columns_missing': 'These columns are missing: {columns}.',
  'exchange.columns_twice': 'The header names these columns twice: {columns}.',
  'exchange.ctdc_no_columns':
    'None of the columns is one of the CTDC schemas A, B or C (yearOfRegistration, gender, ageBroad, citizenship ...).',
  'exchange.ctdc_other_release':
    'This is the victim-perpetrator release of CTDC. The victim schemas A, B and C are read, this one is not.',
  'exchange.htcds_no_header':
    'No header of the Human Trafficking Case Data Standard was found in the first {rows} rows (prs_FirstName, cas_Status ... or their labels).',
  'exchange.office_unknown': 'There is no office with the code "{office}".',
  'exchange.office_needed': 'Say which office the file belongs to: --office CODE.',
  'exchange.office_not_outside':
    'The office "{office}" is one of our own. Public data goes into an office of the kind "outside source".',
  'exchange.rows_refused': 'Wrong lines: {count}. Nothing was imported.',
  'exchange.json_invalid': 'The file "{file}" is not valid JSON.',
  'exchange.extension_invalid': 'The own fields in "{file}" were not accepted:',
  'exchange.claims_refused': 'Wrong lines: {count}. Nothing was compared.',
  'exchange.not_figures': 'The file "{file}" is JSON, but not the figures.json of a report. At fault: {at}.',
  'exchange.output_exists': 'The file "{file}" exists already. Choose another name or add --replace.',
  'exchange.output_kind': 'The name must end with .csv or .xlsx.',

  'line.required': 'must not be empty',
  'line.ragged': 'the line has {found} values, the header has {expected} columns',
  'line.unknown_code': 'is not one of: {known}',
  'line.unknown_country': 'is not an ISO 3166-1 country code',
  'line.unknown_office': 'no office has this code (add it with --offices)',
  'line.not_year': 'is not a year between {min} and {max}',
  'line.not_whole_number': 'is not a whole number between {min} and {max}',
  'line.closed_before_opened': 'comes before the office opened ({opened})',
  'line.not_date': 'is not a date (2019, 2019-05 or 2019-05-03)',
  'line.not_money': 'is not an amount with a currency (120.50 EUR)',
  'line.not_rate': 'is not a rate: a positive number such as 1.0842',
  'line.unknown_with_others': '"{word}" cannot stand beside other values',
  'line.age_contradicts': 'contradicts the age {age}',
  'line.reference_on_total': 'a line that counts {count} persons cannot belong to one person',
  'line.contradicts': 'contradicts line {line}, which says "{other}" for the same {what}',
  'line.twice': 'is on line {line} already',
  'line.too_long': 'is longer than {max} characters',
  'line.not_accepted': 'was not accepted by the dictionary ({reason})',
  'line.not_value':
    'is not a published number: write it as printed, such as 5,498, 53%, "more than 26,000" or "not available"',
  'line.note_mark': 'holds the mark of a note: keep numbers and notes apart',
  'line.point_or_comma': 'can be read in two ways: write 5498 or 5,498 for thousands, 5.50 for decimals',
  'line.too_precise': 'has more than three decimals',
  'line.too_many_digits': 'is larger than any number that a report prints',
  'line.share_as_fraction': 'looks like a share written as a fraction: write 53%, not 0.53',
  'line.negative_count': 'is less than nothing: only changes can be negative',
  'line.formula': 'is a formula: replace it by its value',
  'line.not_period': 'is not a period: 2011, 2011-11, 2011-11 to 2012-06, since 2005, as of 2022-06-03',
  'line.not_day': 'is not a day, month or year (2012-02-28, 2012-02, 2012)',
  'line.not_threshold': 'is not a limit such as ">40%"',
  'line.unknown_accumulation': 'is not one of: in_period, as_of, to_date, since',
  'line.not_figure_number': 'is not the number of a figure, such as 3 or "Figure 3"',
  'line.unknown_claim': 'names no row: no row has this id',
  'line.unknown_base': 'is neither a number nor the id of a row',
  'line.part_of_itself': 'is a part of itself',
  'line.unknown_region': 'is not one of the regions: {known}',

  'note.ctdc_composite':
    'Marks that stand for several means at once: {count}. They are kept as "unknown" for each of these means, never spread over them.',
  'note.ctdc_unread': 'Values of the column {column} that were not understood: {count}. They are kept as "unknown".',
  'note.columns_ignored': 'Columns not read: {columns}.',
  'note.offices_added': 'Offices added: {count}.',
  'note.identity_left_out':
    'Names, contacts, places and narratives were left out. Use --with-identity when you may and must export them.',
  'note.cases_written': 'Cases written to {file}: {count}.',
  'note.confidential_left_out': 'Restricted and strict cases that were left out: {count}. They never leave in a file.',

  'note.ctdc_not_anonymised':
    'These are rows of single persons, not anonymised. Pass them on under an agreement only; never publish them.',

  'report.line': 'line {line}, column {column}: "{value}" {reason}',
  'report.more': '... and more errors: {count}.',
  'report.imported': 'Lines read: {lines}. Records created: {created}, changed: {changed}, unchanged: {unchanged}.',
  'report.refused': 'Lines refused: {count}.',
  'report.refused_file': 'The refused lines are in {file}.',
  'report.dry_run': 'Nothing was stored: this was a rehearsal (--dry-run).',
  'report.published': 'The dictionary now has version {version}.',
  'report.column_line': 'line',
  'report.column_reason': 'why_refused',
} as const

export type ExchangeMessage = keyof typeof exchangeMessages
export type Details = Readonly<Record<string, string | number>>

/** The sentence of a key with its details filled in. A missing detail stays visible as `{name}`. */
export function phrase(key: ExchangeMessage, details: Details = {}): string {
  return exchangeMessages[key].replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = details[name]
    return value === undefined ? hole : String(value)
  })
}
