import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { newKeyFile, parseKey } from '#linkage/encoding/key.ts'
import { encodeRecords } from '#linkage/encoding/owner.ts'
import { EncodingProblem } from '#linkage/encoding/problem.ts'
import { type Protection, proposedSchema, recognised } from '#linkage/encoding/propose.ts'
import { parseSchema } from '#linkage/encoding/schema.ts'
import { submissionText } from '#linkage/submission/submission.ts'
import { answer } from './answer.ts'
import type { CliContext } from './context.ts'
import { readOwnersFile, readText } from './link-lines.ts'

/** What an owner of data does: agree on a schema, make a key, encode, and read what comes back. None of it needs the register. */

export function schemaCommand(context: CliContext): Command {
  return new Command('schema')
    .description('Propose a linkage schema (clkhash version 3) for the columns of a file.')
    .argument('<file>', 'CSV (UTF-8) whose first line names the columns')
    .requiredOption('--out <file>', 'schema to write')
    .addOption(
      new Option('--protection <level>', 'how the encodings are hardened')
        .choices(['none', 'standard', 'high'])
        .default('standard'),
    )
    .action(async (file: string, o: { out: string; protection: Protection }) => {
      const { columns } = await readOwnersFile(file, undefined)
      await writeNew(o.out, proposedSchema(recognised(columns), { protection: o.protection }))
      answer(
        context,
        { schema: o.out },
        `A schema is in ${o.out}. Try it with waymark link simulate before anybody agrees to it.`,
      )
    })
}

export function keyCommand(context: CliContext): Command {
  return new Command('key')
    .description('Make the key of one project and date. Give it to the other owners, never to the linkage unit.')
    .requiredOption('--project <name>', 'name of the project')
    .requiredOption('--date <date>', 'date of the key, e.g. 2026-11; a new key for every date')
    .requiredOption('--out <file>', 'key file to write, readable by you alone')
    .action(async (o: { project: string; date: string; out: string }) => {
      await writeNew(o.out, newKeyFile({ project: o.project, date: o.date }))
      answer(
        context,
        { key: o.out },
        `The key is in ${o.out}. Whoever has it and the encodings can try names: keep the two apart, and delete it after the linkage.`,
      )
    })
}

interface EncodeOptions {
  readonly schema: string
  readonly keyFile: string
  readonly owner: string
  readonly out: string
  readonly id?: string
  readonly dummies: number
}

export function encodeCommand(context: CliContext): Command {
  return new Command('encode')
    .description('Turn the records of a file into encodings for a linkage unit.')
    .argument('<file>', 'CSV, UTF-8')
    .requiredOption('--schema <file>', 'the schema that was agreed')
    .requiredOption('--key-file <file>', 'the key of the project')
    .requiredOption('--owner <name>', 'who you are in the project: small letters, digits and dashes')
    .requiredOption('--out <file>', 'encodings to write; beside them <out>.rows.csv, which stays with you')
    .option('--id <column>', 'column that numbers the records (default: the first)')
    .option('--dummies <share>', 'made-up rows for each record, e.g. 0.25', share, 0)
    .action(async (file: string, o: EncodeOptions) => {
      const [schema, key] = [parseSchema(await readText(o.schema)), parseKey(await readText(o.keyFile))]
      const { columns, records } = await readOwnersFile(file, o.id)
      const { submission, rows, silent } = encodeRecords(records, {
        schema,
        key,
        columns,
        owner: o.owner,
        dummies: o.dummies,
      })
      const kept = rowsFile(o.out)
      await writeNew(
        kept,
        stringify(
          rows.map(({ row, id }) => [row, id]),
          { header: true, columns: ['row', 'id'] },
        ),
      )
      await writeNew(o.out, submissionText(submission))
      for (const [name, count] of Object.entries(silent))
        if (count > 0)
          context.err(
            `The encoding ${name} says nothing for ${count} of ${records.length} records: their columns are empty or cannot be read.`,
          )
      answer(
        context,
        { records: records.length, rows: submission.rows.length, out: o.out, kept, silent },
        `${submission.rows.length} rows in ${o.out}: give that file to the linkage unit. Which row is which record is in ${kept}: it stays with you.`,
      )
    })
}

export function receiveCommand(context: CliContext): Command {
  return new Command('receive')
    .description('Read what a linkage unit gave back: for each of your records the person it belongs to.')
    .argument('<result>', 'results/<owner>.csv of the linkage unit')
    .requiredOption('--rows <file>', '<out>.rows.csv, which stayed with you')
    .requiredOption('--out <file>', 'CSV to write: id, person')
    .action(async (result: string, o: { rows: string; out: string }) => {
      const clusters = new Map(
        (await readOwnersFile(result, 'row')).records.map(({ id, line }) => [id, line['cluster'] ?? '']),
      )
      const rows = (await readOwnersFile(o.rows, 'row')).records
      const lacking = rows.filter(({ id }) => !clusters.has(id)).length
      if (lacking > 0)
        throw new EncodingProblem(
          'file_invalid',
          `${lacking} of your ${rows.length} rows are not in the result: it is another owner's, or of another linkage. Nothing was written.`,
        )
      const persons = rows.map(({ id, line }) => [line['id'] ?? '', clusters.get(id) ?? ''])
      await writeNew(o.out, stringify(persons, { header: true, columns: ['id', 'person'] }))
      const count = new Set(persons.map(([, person]) => person)).size
      answer(
        context,
        { records: persons.length, persons: count, out: o.out },
        `${persons.length} records of ${count} persons, in ${o.out}.`,
      )
    })
}

const rowsFile = (out: string): string => `${out.slice(0, out.length - extname(out).length)}.rows.csv`

function share(text: string): number {
  const value = Number(text)
  if (!(value >= 0 && value <= 5)) throw new InvalidArgumentError('A share is needed, e.g. 0.25.')
  return value
}

/** A key or a list of rows that is there is never written over. */
async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST'
      ? new EncodingProblem(
          'file_exists',
          `${file} is there already. Nothing was written over it; choose another name.`,
        )
      : error
  })
}
