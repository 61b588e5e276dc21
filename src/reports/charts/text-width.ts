/**
 * How wide text is in Noto Sans at a size of 1, near enough to leave room for it. Nothing is measured: a chart must come out
 * the same on every machine.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += widthOf(sign)
  return width
}

function widthOf(sign: string): number {
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(sign)) return 0
  if (/[ijlI.,:;'|!()[\]\s]/.test(sign)) return 0.32
  if (/[mwMW@%]/.test(sign)) return 0.9
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)) return 1
  if (/[\p{Script=Khmer}\p{Script=Thai}]/u.test(sign)) return 0.75
  return /\p{Lu}/u.test(sign) ? 0.66 : 0.58
}

/** At most `lines` lines of at most `room`, broken between words; what does not fit ends in an ellipsis. */
export function wrapped(text: string, room: number, lines: number): string[] {
  const found: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(each => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || fits(longer, room)) line = longer
    else {
      found.push(line)
      line = word
    }
  }
  if (line !== '') found.push(line)
  if (found.length <= lines) return found.map(each => cut(each, room))
  return [...found.slice(0, lines - 1).map(each => cut(each, room)), cut(found.slice(lines - 1).join(' '), room)]
}

function cut(text: string, room: number): string {
  if (fits(text, room)) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(kept) + textWidth(segment) > room - 0.9) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Room that was made of the text itself, by way of other units, is room enough for it. */
const fits = (text: string, room: number): boolean => textWidth(text) <= room + 1e-6

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
