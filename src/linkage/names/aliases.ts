import { foldSpelling } from '#dictionary/skeleton.ts'
import { aliasLines } from './data/aliases.ts'

/**
 * The keys of the names that a given name is a form of (`m:nicholas` for mykola, nikolai and kolya), sorted; several for a pet name of
 * men and women alike, none for a name that is not in the list. `latin`: one word of a to z. Two names with a
 * common key can belong to one person; it is a level of a comparison, never a proof.
 */
export function aliasesOf(latin: string): readonly string[] {
  return keysOf.get(foldSpelling(latin)) ?? []
}

const keysOf: ReadonlyMap<string, readonly string[]> = read(aliasLines)

function read(lines: string): Map<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const line of lines.trim().split('\n')) {
    const [key = '', ...forms] = line.split(' ')
    for (const form of [key.slice(2), ...forms]) {
      const skeleton = foldSpelling(form)
      const keys = found.get(skeleton) ?? []
      if (!keys.includes(key)) found.set(skeleton, [...keys, key].sort())
    }
  }
  return found
}
