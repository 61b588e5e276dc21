import type { FactKind } from '#dictionary/dimensions.ts'

/** Every table that is derived from records and can be made anew from them, with the key that orders its rows. */
export const derivedTables: readonly { readonly table: string; readonly key: string }[] = [
  { table: 'fact_instance', key: 'office_id, case_id, slot' },
  { table: 'fact_service', key: 'office_id, record_id' },
  { table: 'fact_call', key: 'office_id, record_id' },
  { table: 'fact_consultation', key: 'office_id, record_id, slot' },
  { table: 'fact_return', key: 'office_id, case_id, record_id, slot' },
  { table: 'fact_reintegration', key: 'office_id, case_id, record_id, slot' },
  { table: 'fact_project', key: 'office_id, record_id' },
  { table: 'fact_funding', key: 'office_id, record_id' },
  { table: 'fact_support', key: 'office_id, case_id, record_id, slot' },
  { table: 'fact_output', key: 'office_id, record_id' },
  { table: 'coverage_stated', key: 'office_id, record_id' },
  { table: 'listed', key: 'office_id, record' },
  { table: 'money_line', key: 'office_id, record' },
]

/** Their names in one list, for statements that take several tables. */
export const derivedTableList: string = derivedTables.map(({ table }) => table).join(', ')

/** Fact tables whose rows carry the key of a person's group, and follow it when persons are linked or told apart. */
export const factsOfPersons = [
  'instance',
  'service',
  'call',
  'return',
  'reintegration',
  'support',
] as const satisfies readonly FactKind[]
