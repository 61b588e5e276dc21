import type { Lint } from './finding.ts'
import { ages } from './lints/ages.ts'
import { baseYears, changeYear, unlikeEnds } from './lints/change-base.ts'
import { change } from './lints/change.ts'
import { commonBase } from './lints/common-base.ts'
import { complement } from './lints/complement.ts'
import { crossover } from './lints/crossover.ts'
import { dates } from './lints/dates.ts'
import { figureNumbers } from './lints/figure-numbers.ts'
import { missing } from './lints/missing.ts'
import { names } from './lints/names.ts'
import { noteDigit } from './lints/note-digit.ts'
import { partOfPart } from './lints/part-of-part.ts'
import { partSum } from './lints/part-sum.ts'
import { percentSign } from './lints/percent-sign.ts'
import { ranges } from './lints/ranges.ts'
import { sameNumber } from './lints/same-number.ts'
import { setGaps, setMembers, setsDiffer } from './lints/sets.ts'
import { shareOfCount } from './lints/share-of-count.ts'
import { shareSum, sumNote } from './lints/share-sum.ts'
import { smallCells, withheld } from './lints/small-cells.ts'
import { threshold } from './lints/threshold.ts'
import { times } from './lints/times.ts'
import { trendWords } from './lints/trend-words.ts'
import { twoValues } from './lints/two-values.ts'
import { mixedUnits } from './lints/units.ts'
import { wholeCount } from './lints/whole-count.ts'

/** Every rule that is checked. A new one is a file beside these and a line here. */
export const lints: readonly Lint[] = [
  partSum,
  partOfPart,
  noteDigit,
  shareSum,
  sumNote,
  shareOfCount,
  commonBase,
  wholeCount,
  percentSign,
  change,
  changeYear,
  baseYears,
  unlikeEnds,
  mixedUnits,
  times,
  twoValues,
  sameNumber,
  complement,
  crossover,
  threshold,
  ages,
  ranges,
  setMembers,
  setsDiffer,
  setGaps,
  names,
  figureNumbers,
  dates,
  trendWords,
  smallCells,
  withheld,
  ...missing,
]
