let context: AudioContext | null = null

/** Two short, soft tones. A browser plays them only after somebody has pressed something on the page; before, nothing sounds. */
export async function playTones(): Promise<void> {
  context ??= new AudioContext()
  if (context.state === 'suspended') await context.resume()
  for (const [at, pitch] of [
    [0, 660],
    [0.22, 880],
  ] as const) {
    const begin = context.currentTime + at
    const tone = context.createOscillator()
    const loudness = context.createGain()
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0, begin)
    loudness.gain.linearRampToValueAtTime(0.2, begin + 0.02)
    loudness.gain.linearRampToValueAtTime(0, begin + 0.18)
    tone.connect(loudness).connect(context.destination)
    tone.start(begin)
    tone.stop(begin + 0.2)
  }
}
