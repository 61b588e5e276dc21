import type { Said } from './said.ts'

const space = 'http://www.w3.org/2000/svg'
const margin = 24
const line = 18
const letters = 6.7

/**
 * A drawing of the page as a file of its own: with its title above it, its passport below it, its legend and notes, the colours of the page as
 * they are and nothing that asks a server. Text is set by the width of letters, about, since nothing measures it.
 */
export function standalone(
  drawing: SVGSVGElement,
  said: Said,
  o: { readonly asOf: string; readonly rtl: boolean },
): string {
  const wide = Math.ceil(drawing.viewBox.baseVal?.width || Number(drawing.getAttribute('width')) || 640)
  const width = wide + 2 * margin
  const root = document.createElementNS(space, 'svg')
  const chart = drawing.closest('.chart')
  const defs = chart?.querySelector('.patterns defs')
  if (defs) root.append(defs.cloneNode(true))
  const ground = element('rect', { width: '100%', height: '100%', fill: 'var(--paper)' })
  root.append(ground)
  let y = margin
  const write = (text: string, look: { size: number; weight?: number; fill: string }) => {
    for (const each of wrapped(text, Math.floor((wide * 12.5) / (letters * look.size)))) {
      y += Math.round(look.size * 1.45)
      const set = element('text', {
        x: o.rtl ? width - margin : margin,
        y,
        fill: look.fill,
        'font-size': look.size,
        'font-weight': look.weight ?? 400,
        direction: o.rtl ? 'rtl' : 'ltr',
      })
      set.textContent = each
      root.append(set)
    }
  }
  write(said.title, { size: 18, weight: 600, fill: 'var(--ink)' })
  for (const each of said.conditions) write(each, { size: 13, fill: 'var(--quiet)' })
  y += line
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const height = drawing.viewBox.baseVal?.height || Number(drawing.getAttribute('height')) || 320
  for (const [name, value] of Object.entries({ x: margin, y, width: wide, height }))
    copy.setAttribute(name, String(value))
  for (const each of copy.querySelectorAll('[tabindex]')) each.removeAttribute('tabindex')
  root.append(copy)
  y += height + line / 2
  y += legend(root, chart, { from: margin, to: width - margin, y })
  for (const note of chart?.querySelectorAll('p') ?? []) write(note.textContent ?? '', { size: 12, fill: 'var(--ink)' })
  y += line / 2
  for (const { name, said: sentences } of said.lines)
    for (const each of sentences) write(`${name}: ${each}`, { size: 12, fill: 'var(--quiet)' })
  write(o.asOf, { size: 12, fill: 'var(--quiet)' })
  const tall = Math.ceil(y + margin)
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${width} ${tall}`, width, height: tall }))
    root.setAttribute(name, String(value))
  root.setAttribute('font-family', "'Noto Sans', sans-serif")
  return resolved(new XMLSerializer().serializeToString(root), drawing)
}

/** Beside the drawing the page names its series; here they stand under it. Returns the height taken. */
function legend(root: SVGElement, chart: Element | null, at: { from: number; to: number; y: number }): number {
  const items = [...(chart?.querySelectorAll('.legend li') ?? [])]
  let x = at.from
  let y = at.y
  for (const item of items) {
    const sample = item.querySelector('svg')
    const label = item.textContent ?? ''
    const width = 52 + label.length * letters * 1.1
    if (x > at.from && x + width > at.to) {
      x = at.from
      y += 24
    }
    if (sample) {
      const copy = sample.cloneNode(true) as SVGSVGElement
      copy.setAttribute('x', String(x))
      copy.setAttribute('y', String(y))
      root.append(copy)
    }
    const text = element('text', { x: x + 44, y: y + 13, 'font-size': 13, fill: 'var(--ink)' })
    text.textContent = label
    root.append(text)
    x += width
  }
  return items.length === 0 ? 0 : y + 30 - at.y
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(space, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** The names of colours become the colours that the page has now. */
function resolved(text: string, from: Element): string {
  const style = getComputedStyle(from)
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim() || 'currentColor')
}

function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  let now = ''
  for (const word of text.split(' ')) {
    const longer = now === '' ? word : `${now} ${word}`
    if (now !== '' && longer.length > letters) {
      lines.push(now)
      now = word
    } else now = longer
  }
  return now === '' ? lines : [...lines, now]
}

/** The same as a picture of points, twice as fine as the page. */
export async function pictureOfPoints(text: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * 2
    canvas.height = image.naturalHeight * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
