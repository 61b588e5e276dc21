import { checkExtension, type ExtensionProblem } from '#dictionary/extension.ts'
import { publishExtension } from '#register/extensions.ts'
import type { Register } from '#register/register.ts'
import { inWork, systemActor } from '#register/work.ts'
import { fileKind } from './file-kind.ts'
import { ImportProblem } from './problem.ts'
import { fileProblem } from './source.ts'

export type OwnFieldsResult =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly problems: readonly ExtensionProblem[] }

/** Publishes an organisation's own fields, lists and questionnaires from a JSON file as the next dictionary version. */
export async function importOwnFields(
  register: Register,
  file: string,
  read: (path: string) => Promise<string>,
): Promise<OwnFieldsResult> {
  if ((await fileKind(file)) !== 'csv') throw new ImportProblem('json_invalid', { file })
  const text = await read(file).catch((error: unknown) => Promise.reject(fileProblem(file, error)))
  const given = parse(file, text)
  const checked = checkExtension(register.dictionary(), given)
  if (!checked.ok) return { ok: false, problems: checked.problems }
  try {
    const version = await inWork(register, systemActor, work => publishExtension(work, work.dictionary.version, given))
    return { ok: true, version }
  } finally {
    await register.refresh()
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new ImportProblem('json_invalid', { file })
  }
}
