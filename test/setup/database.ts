// A database of its own for a test file: migrated and empty. Files run side by side, and none sees another's rows.

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type FreshDatabase = { name: string; url: string; drop(): Promise<void> }

/** `template`: the name of a database to copy, which nobody may be connected to at that moment. Default: migrated once. */
export async function freshDatabase(o: { template?: string } = {}): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = pg.escapeIdentifier(o.template ?? inject('migrated'))
  // Copied file by file: through the write-ahead log, which is the default, each copy would leave its size there again.
  await onServer(`create database ${name} template ${template} strategy file_copy`)
  return { name, url: urlOf(name), drop: () => onServer(`drop database if exists ${name} with (force)`) }
}

const urlOf = (database: string): string => inject('serverUrl').replace(/(:\/\/[^/]*\/)[^?]*/, `$1${database}`)

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(inject('serverUrl'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
