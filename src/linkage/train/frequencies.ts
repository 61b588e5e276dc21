import { type Engine } from '../engine/engine.ts'
import type { Frequencies } from '../model.ts'
import type { Settings } from '../settings/settings.ts'

/** A value that fewer records have is not written into a model: it could name somebody. */
const smallest = 5
const most = 20_000

/** Columns whose values' frequency some level asks for, each once. */
export const frequencyColumns = (settings: Settings): string[] => [
  ...new Set(settings.compare.flatMap(each => each.levels.flatMap(level => level.frequency?.of ?? []))),
]

export async function countFrequencies(engine: Engine, settings: Settings): Promise<Frequencies[]> {
  const found: Frequencies[] = []
  for (const column of frequencyColumns(settings)) {
    const name = engine.dialect.quote(column)
    const [value = [], size = []] = await engine.read(
      `SELECT ${name}, count(*) AS n FROM record WHERE ${name} IS NOT NULL GROUP BY ${name} ORDER BY n DESC, ${name} LIMIT 1000000`,
    )
    found.push(frequenciesOf(column, value.map(String), size.map(Number)))
  }
  return found
}

/** @param sizes records of each value, in falling order. */
export function frequenciesOf(column: string, values: readonly string[], sizes: readonly number[]): Frequencies {
  const all = sizes.reduce((a, b) => a + b, 0)
  const listed = Math.min(most, sizes.filter(size => size >= smallest).length)
  const rest = sizes.slice(listed)
  const other = rest.length === 0 ? 1 / Math.max(all, 2) : rest.reduce((a, b) => a + b, 0) / rest.length / all
  const agreement = all < 2 ? 1 : sizes.reduce((sum, size) => sum + (size * (size - 1)) / (all * (all - 1)), 0)
  return {
    column,
    values: Object.fromEntries(values.slice(0, listed).map((value, i) => [value, (sizes[i] as number) / all])),
    smallest,
    other,
    agreement: Math.max(agreement, 1 / (all * all + 1)),
  }
}
