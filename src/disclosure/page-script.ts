/** What the page of a release holds: the public columns, and counts by the numbers of their values. */
export interface PageData {
  readonly columns: readonly {
    readonly name: string
    readonly values: readonly { readonly id: number; readonly value: string }[]
  }[]
  /** [ids, count, low, high]; the first, without ids, is everybody. */
  readonly counts: readonly (readonly [readonly number[], number, number, number])[]
  /** The longest combinations that are on the page. */
  readonly longest: number
}

/**
 * Runs in the page itself (its source is written there): a bar for each value of each column, for everybody or for those with the
 * chosen values, always the released count of exactly that combination with its error band. Nothing is computed from
 * other counts. It must not name anything outside itself.
 */
export function linkedCharts(data: PageData): void {
  const counts = new Map(data.counts.map(([ids, ...rest]) => [ids.join(','), rest]))
  const chosen = new Map<string, number>()
  const charts = document.getElementById('charts')
  const said = document.getElementById('said')
  const clear = document.getElementById('clear')
  const number = new Intl.NumberFormat('en')

  const countOf = (ids: readonly number[]) => counts.get([...ids].sort((a, b) => a - b).join(','))

  const element = (name: string, className: string, text = ''): HTMLElement => {
    const made = document.createElement(name)
    made.className = className
    made.textContent = text
    return made
  }

  const row = (column: string, { id, value }: { id: number; value: string }, most: number): HTMLElement => {
    const others = [...chosen].filter(([name]) => name !== column).map(([, other]) => other)
    const tooLong = others.length + 1 > data.longest
    const [count, low, high] = (tooLong ? undefined : countOf([...others, id])) ?? [0, 0, 0]
    const pressed = chosen.get(column) === id
    const button = element('button', 'value')
    button.setAttribute('type', 'button')
    button.setAttribute('aria-pressed', String(pressed))
    button.append(element('span', 'name', value))
    const track = element('span', 'track')
    const scale = (part: number) => `${most === 0 ? 0 : Math.min(100, (100 * part) / most)}%`
    const bar = element('span', 'bar')
    bar.style.inlineSize = scale(count)
    const band = element('span', low === high ? 'none' : 'band')
    band.style.insetInlineStart = scale(low)
    band.style.inlineSize = `calc(${scale(high)} - ${scale(low)})`
    track.append(bar, band)
    const shown = tooLong ? 'not counted' : count === 0 ? 'none shown' : number.format(count)
    const range = tooLong || low === high ? '' : `${number.format(low)} to ${number.format(high)}`
    button.append(track, element('span', 'count', shown), element('span', 'range', range))
    button.addEventListener('click', () => {
      if (pressed) chosen.delete(column)
      else chosen.set(column, id)
      draw(column, value)
    })
    return button
  }

  /** The highest end of a range among the values of a column, which fills its track. */
  const highest = (name: string, values: readonly { id: number }[]): number => {
    const others = [...chosen].filter(([column]) => column !== name).map(([, id]) => id)
    return Math.max(0, ...values.map(({ id }) => countOf([...others, id])?.[2] ?? 0))
  }

  const draw = (focusColumn = '', focusValue = ''): void => {
    charts?.replaceChildren(
      ...data.columns.map(({ name, values }) => {
        const section = element('section', 'chart')
        section.append(element('h2', '', name))
        const others = [...chosen].filter(([column]) => column !== name).map(([, id]) => id)
        const counted = values.filter(
          ({ id }) => others.length === 0 || (countOf([...others, id])?.[0] ?? 0) > 0 || chosen.get(name) === id,
        )
        const list = element('div', 'values')
        const most = highest(name, counted)
        list.append(...counted.map(value => row(name, value, most)))
        if (counted.length === 0) {
          const why =
            others.length + 1 > data.longest
              ? `More than ${data.longest} values at once were not counted.`
              : 'No combination with what is chosen is shown.'
          list.append(element('p', 'empty', why))
        }
        section.append(list)
        return section
      }),
    )
    const names = [...chosen].map(
      ([column, id]) =>
        `${column}: ${data.columns.find(each => each.name === column)?.values.find(each => each.id === id)?.value ?? ''}`,
    )
    const [persons = 0, low = 0, high = 0] = countOf([...chosen.values()]) ?? []
    if (said !== null) {
      const who = names.length === 0 ? 'Everybody' : names.join(', ')
      const shown =
        countOf([...chosen.values()]) === undefined
          ? 'not shown'
          : `${number.format(persons)}${low === high ? '' : ` (${number.format(low)} to ${number.format(high)})`}`
      said.textContent = `${who}: ${shown}.`
    }
    if (clear !== null) clear.hidden = chosen.size === 0
    for (const button of document.querySelectorAll<HTMLElement>('button.value')) {
      const heading = button.closest('section')?.querySelector('h2')?.textContent
      if (heading === focusColumn && button.querySelector('.name')?.textContent === focusValue) button.focus()
    }
  }

  clear?.addEventListener('click', () => {
    chosen.clear()
    draw()
  })
  draw()
}
