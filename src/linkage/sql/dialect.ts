/** What differs from engine to engine. Everything else is written once, in SQL that all of them read. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres' | 'spark'
  readonly types: Readonly<Record<ColumnType, string>>
  /** An identifier, whatever it contains. */
  quote(name: string): string
  /** A text in the order of its bytes, whatever the language of the database. */
  inOrder(text: string): string
  /** A text as a literal. */
  text(value: string): string
  jaroWinkler(a: string, b: string): string
  levenshtein(a: string, b: string): string
  damerau(a: string, b: string): string
  /** Places at which two texts of the same length differ. */
  hamming(a: string, b: string): string
  /** Number of items that two lists have in common, each once. */
  shared(a: string, b: string): string
  /** Whether two lists have an item in common; much cheaper than counting them. */
  overlap(a: string, b: string): string
  /** A list made of another: `each` writes what becomes of an item. */
  map(list: string, each: (item: string) => string): string
  /** A list without the given items, which are literals. */
  without(list: string, items: readonly string[]): string
  /** Rows of the items of a list: to stand in a select list. */
  explode(list: string): string
  /** A whole number of 64 bits from a text. */
  hash(text: string): string
}

export type ColumnType = 'integer' | 'big' | 'real' | 'text' | 'list' | 'keys'

const doubled = (quote: string, value: string): string => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`

export const duckdb: Dialect = {
  name: 'duckdb',
  types: { integer: 'INTEGER', big: 'BIGINT', real: 'DOUBLE', text: 'VARCHAR', list: 'VARCHAR[]', keys: 'BIGINT[]' },
  quote: name => doubled('"', name),
  inOrder: text => text,
  text: value => doubled("'", value),
  jaroWinkler: (a, b) => `jaro_winkler_similarity(${a}, ${b})`,
  levenshtein: (a, b) => `levenshtein(${a}, ${b})`,
  damerau: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  hamming: (a, b) => `hamming(${a}, ${b})`,
  shared: (a, b) => `len(list_intersect(${a}, ${b}))`,
  overlap: (a, b) => `list_has_any(${a}, ${b})`,
  map: (list, each) => `list_transform(${list}, lambda x: ${each('x')})`,
  without: (list, items) => `list_filter(${list}, lambda x: x NOT IN (${items.join(', ')}))`,
  explode: list => `unnest(${list})`,
  hash: text => `CAST(hash(${text}) >> 1 AS BIGINT)`,
}

/** `linkage_…` are functions that the engine for PostgreSQL brings along for its session (engine/postgres-functions.ts). */
export const postgres: Dialect = {
  name: 'postgres',
  types: {
    integer: 'integer',
    big: 'bigint',
    real: 'double precision',
    text: 'text',
    list: 'text[]',
    keys: 'bigint[]',
  },
  quote: name => doubled('"', name),
  inOrder: text => `${text} COLLATE "C"`,
  text: value => doubled("'", value),
  jaroWinkler: (a, b) => `pg_temp.linkage_jaro_winkler(${a}, ${b})`,
  levenshtein: (a, b) => `pg_temp.linkage_levenshtein(${a}, ${b})`,
  damerau: (a, b) => `pg_temp.linkage_damerau(${a}, ${b})`,
  hamming: (a, b) => `pg_temp.linkage_hamming(${a}, ${b})`,
  shared: (a, b) => `cardinality(ARRAY(SELECT unnest(${a}) INTERSECT SELECT unnest(${b})))`,
  overlap: (a, b) => `(${a} && ${b})`,
  map: (list, each) => `ARRAY(SELECT ${each('x')} FROM unnest(${list}) AS x)`,
  without: (list, items) => `ARRAY(SELECT x FROM unnest(${list}) AS x WHERE x NOT IN (${items.join(', ')}))`,
  explode: list => `unnest(${list})`,
  hash: text => `hashtextextended(${text}, 0)`,
}

/** Spark SQL has no Jaro-Winkler and no Damerau: `jaro_winkler` and `damerau_levenshtein` are functions to register there. */
export const spark: Dialect = {
  name: 'spark',
  types: {
    integer: 'INT',
    big: 'BIGINT',
    real: 'DOUBLE',
    text: 'STRING',
    list: 'ARRAY<STRING>',
    keys: 'ARRAY<BIGINT>',
  },
  quote: name => doubled('`', name),
  inOrder: text => text,
  text: value => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  jaroWinkler: (a, b) => `jaro_winkler(${a}, ${b})`,
  levenshtein: (a, b) => `levenshtein(${a}, ${b})`,
  damerau: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  hamming: (a, b) =>
    `aggregate(sequence(1, length(${a})), 0, (n, i) -> n + if(substr(${a}, i, 1) = substr(${b}, i, 1), 0, 1))`,
  shared: (a, b) => `size(array_intersect(${a}, ${b}))`,
  overlap: (a, b) => `arrays_overlap(${a}, ${b})`,
  map: (list, each) => `transform(${list}, x -> ${each('x')})`,
  without: (list, items) => `filter(${list}, x -> x NOT IN (${items.join(', ')}))`,
  explode: list => `explode(${list})`,
  hash: text => `xxhash64(${text})`,
}
