/** A filter as it is kept: words under the names of its parts; several answers of one part are parted by spaces. */
export type Kept = Readonly<Record<string, string>>

type Part = string | number | boolean | readonly string[] | null | undefined

/** What is set, as words; a part that says nothing is left out. */
export const toKept = (filter: object): Kept =>
  Object.fromEntries(
    Object.entries(filter as Readonly<Record<string, Part>>).flatMap(([part, value]): [string, string][] => {
      const words = typeof value === 'object' && value !== null ? value.join(' ') : String(value ?? '')
      return words === '' || value === false ? [] : [[part, words]]
    }),
  )

/** Only the parts that this list knows: what an earlier version kept, or another list, changes nothing here. */
export const partsOf = <Name extends string>(kept: Kept, names: readonly Name[]): Partial<Record<Name, string>> =>
  Object.fromEntries(names.flatMap(name => (kept[name] === undefined ? [] : [[name, kept[name]]]))) as Partial<
    Record<Name, string>
  >

export const severalIn = (kept: Kept, part: string): readonly string[] => kept[part]?.split(' ') ?? []

export function sameFilter(a: Kept, b: Kept): boolean {
  const parts = Object.keys(a)
  return parts.length === Object.keys(b).length && parts.every(part => a[part] === b[part])
}
