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

/** The forms of a name by its key, as the list writes them; none for a key that is not in it. */
export function aliasForms(key: string): readonly string[] {
  return formsOf.get(key) ?? []
}

const formsOf: ReadonlyMap<string, readonly string[]> = new Map(
  aliasLines
    .trim()
    .split('\n')
    .map(line => {
      const [key = '', ...forms] = line.split(' ')
      return [key, [key.slice(2), ...forms]] as const
    }),
)

const keysOf: ReadonlyMap<string, readonly string[]> = keysBySkeleton()

function keysBySkeleton(): Map<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [key, forms] of formsOf)
    for (const form of forms) {
      const skeleton = foldSpelling(form)
      const keys = found.get(skeleton) ?? []
      if (!keys.includes(key)) found.set(skeleton, [...keys, key].sort())
    }
  return found
}
