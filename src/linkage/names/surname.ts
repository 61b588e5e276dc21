/**
 * The stem that the surnames of a family share: Ivanova and Ivanov, Kowalska and Kowalski, Papadopoulou and Papadopoulos. The
 * same endings are taken off whoever bears the name, so that a name which only looks like one (Medina) still equals itself.
 */
export function surnameStem(latin: string): string {
  for (const [ending, stem] of endings) {
    if (!ending.test(latin)) continue
    const found = latin.replace(ending, stem)
    return found.length >= 3 ? found : latin
  }
  return latin
}

/** In this order; the first that fits wins. Of romanised words, so every spelling of й and я stands here. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/([szc])k(?:aya|aia|aja|a|yi|yy|ii|iy|ij|yj|y|i|oi|oy)$/, '$1k'],
  [/([eoi])(?:v|w|ff)a?$/, '$1v'],
  [/([iy]n)a?$/, '$1'],
  [/o(?:u|y)?poul(?:os|ou|o)$/, 'opoul'],
  [/([iy]d)(?:is|ou|es)$/, '$1'],
  [/(?:aya|aia|aja|yi|yy|iy|ij|yj|oi|oy)$/, 'y'],
]
