// How the embedded PostgreSQL is set. Two parts: sizes, written into postgresql.conf at every start, and the rules that
// protect people, given on the command line as well because there nothing in the data folder can overrule them.

import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

/** Nobody but this machine, through one socket, and no word of a statement in a log: statements carry names. */
export const doors = (socketFolder: string): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: '5432',
  ssl: 'off',
  password_encryption: 'scram-sha-256',
  logging_collector: 'off',
  log_destination: 'stderr',
  // "log" leaves out messages of level error. They go to the client, where they belong; their very first line may quote
  // a value (invalid input syntax for type date: "…"), which no other setting would keep out of the file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  debug_print_parse: 'off',
  debug_print_rewritten: 'off',
  debug_print_plan: 'off',
})

/** `testing`: nothing survives a power cut, everything is faster. For throw-away clusters only. */
export function sizes(o: { testing: boolean }): Record<string, string> {
  const memory = memoryMegabytes()
  return {
    max_connections: '60',
    // A full read of a table below a quarter of this stays in memory: the facts of a million persons fit. Every drop of a
    // database looks through all of it, and tests drop one for each file.
    shared_buffers: o.testing ? '128MB' : `${between(32, memory / 6, 4096)}MB`,
    effective_cache_size: `${between(64, memory / 2, 65_536)}MB`,
    maintenance_work_mem: `${between(32, memory / 32, 512)}MB`,
    work_mem: `${between(4, memory / 512, 32)}MB`,
    huge_pages: 'off',
    dynamic_shared_memory_type: sharedMemoryIsRoomy() ? 'posix' : 'mmap',
    // Lets COPY into a table made in the same transaction skip the log. The price: no streaming replica and no
    // pg_backup_start; backups of the embedded database are logical.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // What the bundle can compress with (pglz) took a sixth of the processor's time of a change.
    wal_compression: 'off',
    max_wal_size: o.testing ? '256MB' : '2GB',
    checkpoint_timeout: '15min',
    log_checkpoints: 'off',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    fsync: o.testing ? 'off' : 'on',
    full_page_writes: o.testing ? 'off' : 'on',
    synchronous_commit: o.testing ? 'off' : 'on',
  }
}

export const settingsFile = (settings: Record<string, string>): string =>
  [
    '# Written by Waymark at every start; changes made here are lost.',
    ...Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`),
    '',
  ].join('\n')

export const settingsArguments = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), most))

// A container sees the memory of its host; what it may use is said elsewhere.
function memoryMegabytes(): number {
  const allowed = process.constrainedMemory()
  const installed = totalmem()
  return (allowed > 0 && allowed < installed ? allowed : installed) / 1024 / 1024
}

// Containers often get 64 MB of /dev/shm, too little for one parallel query.
function sharedMemoryIsRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 256 * 1024 * 1024
  } catch {
    return process.platform !== 'linux'
  }
}
