/** What the command box hands to Find: in memory, because a name must not stand in an address. */
let pending = ''

export function searchFor(text: string): void {
  pending = text
}

export function takePending(): string {
  const text = pending
  pending = ''
  return text
}
