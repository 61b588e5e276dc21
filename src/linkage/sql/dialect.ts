import { between } from './lists.ts'

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
  /** Number of items that two lists (texts, see lists.ts) have in common, each once. */
  shared(a: string, b: string): string
  /** Whether two lists (texts) have an item in common; much cheaper than counting them. */
  overlap(a: string, b: string): string
  /** Keys made of the items of a list (a text): `each` writes the key of an item. */
  keys(list: string, each: (item: string) => string): string
  /** Keys without the given ones, which are literals. */
  without(keys: string, items: readonly string[]): string
  /** A row for each of several keys, or for each item of a list: to stand in a select list. */
  explode(keys: string): string
  explodeItems(list: string): string
  /** A whole number of 64 bits from a text. */
  hash(text: string): string
}

export type ColumnType = 'integer' | 'big' | 'real' | 'text'

const separator = between.charCodeAt(0)

const doubled = (quote: string, value: string): string => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`

const duckdbItems = (list: string): string => `string_split(${list}, chr(${separator}))`

export const duckdb: Dialect = {
  name: 'duckdb',
  types: { integer: 'INTEGER', big: 'BIGINT', real: 'DOUBLE', text: 'VARCHAR' },
  quote: name => doubled('"', name),
  inOrder: text => text,
  text: value => doubled("'", value),
  jaroWinkler: (a, b) => `jaro_winkler_similarity(${a}, ${b})`,
  levenshtein: (a, b) => `levenshtein(${a}, ${b})`,
  damerau: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  hamming: (a, b) => `hamming(${a}, ${b})`,
  shared: (a, b) => `len(list_intersect(${duckdbItems(a)}, ${duckdbItems(b)}))`,
  overlap: (a, b) => `list_has_any(${duckdbItems(a)}, ${duckdbItems(b)})`,
  keys: (list, each) => `list_transform(${duckdbItems(list)}, lambda x: ${each('x')})`,
  without: (keys, items) => `list_filter(${keys}, lambda x: x NOT IN (${items.join(', ')}))`,
  explode: keys => `unnest(${keys})`,
  explodeItems: list => `unnest(${duckdbItems(list)})`,
  hash: text => `CAST(hash(${text}) >> 1 AS BIGINT)`,
}

const postgresItems = (list: string): string => `string_to_array(${list}, chr(${separator}))`

/** `linkage_…` are functions that the engine for PostgreSQL brings along for its session (engine/postgres-functions.ts). */
export const postgres: Dialect = {
  name: 'postgres',
  types: {
    integer: 'integer',
    big: 'bigint',
    real: 'double precision',
    text: 'text',
  },
  quote: name => doubled('"', name),
  inOrder: text => `${text} COLLATE "C"`,
  text: value => doubled("'", value),
  jaroWinkler: (a, b) => `pg_temp.linkage_jaro_winkler(${a}, ${b})`,
  levenshtein: (a, b) => `pg_temp.linkage_levenshtein(${a}, ${b})`,
  damerau: (a, b) => `pg_temp.linkage_damerau(${a}, ${b})`,
  hamming: (a, b) => `pg_temp.linkage_hamming(${a}, ${b})`,
  shared: (a, b) =>
    `cardinality(ARRAY(SELECT unnest(${postgresItems(a)}) INTERSECT SELECT unnest(${postgresItems(b)})))`,
  overlap: (a, b) => `(${postgresItems(a)} && ${postgresItems(b)})`,
  keys: (list, each) => `ARRAY(SELECT ${each('x')} FROM unnest(${postgresItems(list)}) AS x)`,
  without: (keys, items) => `ARRAY(SELECT x FROM unnest(${keys}) AS x WHERE x NOT IN (${items.join(', ')}))`,
  explode: keys => `unnest(${keys})`,
  explodeItems: list => `unnest(${postgresItems(list)})`,
  hash: text => `hashtextextended(${text}, 0)`,
}

const sparkItems = (list: string): string => `split(${list}, char(${separator}))`

/** Spark SQL has no Jaro-Winkler and no Damerau: `jaro_winkler` and `damerau_levenshtein` are functions to register there. */
export const spark: Dialect = {
  name: 'spark',
  types: {
    integer: 'INT',
    big: 'BIGINT',
    real: 'DOUBLE',
    text: 'STRING',
  },
  quote: name => doubled('`', name),
  inOrder: text => text,
  text: value => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  jaroWinkler: (a, b) => `jaro_winkler(${a}, ${b})`,
  levenshtein: (a, b) => `levenshtein(${a}, ${b})`,
  damerau: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  hamming: (a, b) =>
    `aggregate(sequence(1, length(${a})), 0, (n, i) -> n + if(substr(${a}, i, 1) = substr(${b}, i, 1), 0, 1))`,
  shared: (a, b) => `size(array_intersect(${sparkItems(a)}, ${sparkItems(b)}))`,
  overlap: (a, b) => `arrays_overlap(${sparkItems(a)}, ${sparkItems(b)})`,
  keys: (list, each) => `transform(${sparkItems(list)}, x -> ${each('x')})`,
  without: (keys, items) => `filter(${keys}, x -> x NOT IN (${items.join(', ')}))`,
  explode: keys => `explode(${keys})`,
  explodeItems: list => `explode(${sparkItems(list)})`,
  hash: text => `xxhash64(${text})`,
}
