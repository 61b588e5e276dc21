import { linkCommand } from '#cli/link.ts'

/** `waymark link …` in this process: what it says on standard output. Rejects as the program would refuse. */
export async function link(...words: string[]): Promise<string> {
  const said: string[] = []
  const command = linkCommand({
    dataDir: '',
    json: false,
    out: line => said.push(line),
    err: () => {},
    openRegister: () => Promise.reject(new Error('Linkage of files does not open the register.')),
    close: () => Promise.resolve(),
  })
  await command.exitOverride().parseAsync(words, { from: 'user' })
  return said.join('\n')
}
