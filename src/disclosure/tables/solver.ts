import highsModule from 'highs'

/** Its types are those of the CommonJS build, in which the loader is a property; in the build that Node loads it is the module’s own default. */
const load = highsModule as unknown as typeof highsModule.default

/** One linear or mixed-integer programme, by columns and rows; solved by HiGHS (MIT), which runs as WebAssembly in this process. */
export interface Programme {
  readonly sense: 'min' | 'max'
  readonly columns: readonly {
    readonly cost: number
    readonly low: number
    /** Infinity: none. */
    readonly high: number
    readonly whole?: boolean
  }[]
  readonly rows: readonly {
    /** Column and coefficient. */
    readonly terms: readonly (readonly [number, number])[]
    readonly is: '=' | '<=' | '>='
    readonly right: number
  }[]
}

/** Value of each column; null when no values hold all rows. `bound` is false when it could go on for ever. */
export type Solved = { readonly values: readonly number[]; readonly objective: number } | 'infeasible' | 'unbounded'

export interface Solver {
  solve(programme: Programme, seconds?: number): Solved
}

/** @throws Error when HiGHS gives up, which is neither of the three answers. */
export async function openSolver(): Promise<Solver> {
  const highs = await load()
  return {
    solve(programme, seconds = 60) {
      const found = highs.solve(textOf(programme), {
        output_flag: false,
        time_limit: seconds,
        mip_rel_gap: 0,
        // The same programme gives the same answer.
        random_seed: 1,
        threads: 1,
      })
      switch (found.Status) {
        case 'Optimal': {
          const columns = found.Columns as Readonly<Record<string, { readonly Primal?: number }>>
          return {
            values: programme.columns.map((_, i) => columns[`x${i}`]?.Primal ?? 0),
            objective: found.ObjectiveValue,
          }
        }
        case 'Infeasible':
          return 'infeasible'
        case 'Unbounded':
        case 'Primal infeasible or unbounded':
          return 'unbounded'
        default:
          throw new Error(`The solver ended with: ${found.Status}.`)
      }
    },
  }
}

/** In the LP format of CPLEX. A line of it may not grow for ever, so each term stands on one of its own. */
function textOf({ sense, columns, rows }: Programme): string {
  const term = (coefficient: number, column: number) =>
    `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} x${column}`
  const costs = columns.flatMap(({ cost }, i) => (cost === 0 ? [] : [term(cost, i)]))
  const lines = [
    sense === 'min' ? 'Minimize' : 'Maximize',
    `obj: ${costs.length > 0 ? costs.join('\n ') : '0 x0'}`,
    'Subject To',
    ...rows.map(({ terms, is, right }, i) => `r${i}: ${terms.map(([c, a]) => term(a, c)).join('\n ')} ${is} ${right}`),
    'Bounds',
    ...columns.map(({ low, high }, i) =>
      high === Number.POSITIVE_INFINITY ? `x${i} >= ${low}` : `${low} <= x${i} <= ${high}`,
    ),
  ]
  const whole = columns.flatMap(({ whole: is }, i) => (is === true ? [`x${i}`] : []))
  return [...lines, ...(whole.length > 0 ? ['General', whole.join('\n')] : []), 'End', ''].join('\n')
}
