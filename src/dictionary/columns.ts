import type { CodeList } from './code-list.ts'
import type { Dictionary } from './dictionary.ts'
import type { Field } from './field.ts'

/** One column of a spreadsheet. Names never change: they are `type.field`, and `type.field.code` for each mark. */
export interface Column {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly field: string
  /** Marks take one column a code: yes, no, unknown ... in the cell. */
  readonly code?: string
  readonly declaration: Field
  readonly list?: CodeList
}

export interface ColumnOptions {
  /** One column a field; the cell of marks lists the codes marked yes, separated by `;`. Loses no, unknown, not asked. */
  readonly marks?: 'columns' | 'cell'
}

/**
 * Columns of one record type in the declared order, hidden fields included: a file written before they were hidden is
 * still read. Several codes stand in one cell, separated by `;`; money is written `12.50 USD`.
 */
export function columnsOf(d: Dictionary, type: string, options: ColumnOptions = {}): readonly Column[] {
  const columns: Column[] = []
  for (const [field, declaration] of Object.entries(d.recordTypes.get(type)?.fields ?? {})) {
    const list = declaration.list === undefined ? undefined : d.lists.get(declaration.list)
    const column: Column = {
      name: `${type}.${field}`,
      label: declaration.label,
      type,
      field,
      declaration,
      ...(list === undefined ? {} : { list }),
    }
    if (declaration.kind === 'marks' && list !== undefined && options.marks !== 'cell') {
      for (const { code, label } of list.codes) {
        columns.push({ ...column, name: `${column.name}.${code}`, label: `${declaration.label}: ${label}`, code })
      }
    } else columns.push(column)
  }
  return columns
}
