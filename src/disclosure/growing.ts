/** An array of whole numbers that grows, without boxing them. */
export class Growing {
  #numbers = new Int32Array(1024)
  length = 0

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const wider = new Int32Array(this.#numbers.length * 2)
      wider.set(this.#numbers)
      this.#numbers = wider
    }
    this.#numbers[this.length++] = number
  }

  /** A copy of what was pushed, as short as it can be. */
  toArray(): Int32Array {
    return this.#numbers.slice(0, this.length)
  }
}
