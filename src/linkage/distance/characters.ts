/**
 * What a distance counts: code points of the NFC text. Bytes would make two unrelated Khmer names alike (they share the
 * first two bytes of every letter), UTF-16 units would cut rare letters in half. Code points and not graphemes, because a
 * wrong vowel sign of Khmer or Devanagari is one slip, not a different letter.
 */
export function characters(text: string): Uint32Array {
  const plain = text.normalize('NFC')
  const found = new Uint32Array(plain.length)
  let count = 0
  for (let at = 0; at < plain.length; at++) {
    const point = plain.codePointAt(at) ?? 0
    if (point > 0xffff) at++
    found[count++] = point
  }
  return count === plain.length ? found : found.subarray(0, count)
}
