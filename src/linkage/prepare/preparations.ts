import { LinkageProblem } from '../problem.ts'
import type { Preparing } from '../settings/settings.ts'
import type { ColumnType } from '../sql/dialect.ts'
import { date, dateOfParts } from './date.ts'
import { letters } from './letters.ts'
import { amount, code, email } from './number.ts'
import { personName } from './person-name.ts'
import type { Preparation } from './preparation.ts'

/** Every preparation that settings may name. A new one is a file of its own and a line here. */
const preparations: readonly Preparation[] = [letters, personName, code, amount, email, date, dateOfParts]

/** @throws LinkageProblem `settings_invalid` when there is none of that name. */
export function preparationOf({ by, as }: Preparing): Preparation {
  const found = preparations.find(each => each.name === by)
  if (found) return found
  const names = preparations.map(each => each.name).join(', ')
  throw new LinkageProblem('settings_invalid', `The settings prepare ${as} by "${by}". There are: ${names}.`)
}

export interface PreparedColumn {
  readonly name: string
  readonly type: ColumnType | 'list'
  /** What it is made of: columns that share an origin are not independent. */
  readonly origins: readonly string[]
}

/** All columns that the settings' preparations make. */
export function preparedColumns(prepare: readonly Preparing[]): PreparedColumn[] {
  return prepare.flatMap(entry => {
    const { outputs, origins } = preparationOf(entry)
    return Object.entries(outputs).map(([suffix, type]) => ({
      name: suffix === '' ? entry.as : `${entry.as}_${suffix}`,
      type,
      origins: origins?.[suffix]?.map(origin => `${entry.as} ${origin}`) ?? [entry.as],
    }))
  })
}
