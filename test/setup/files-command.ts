import type { CliContext } from '#cli/context.ts'
import { filesCommand } from '#cli/files.ts'
import type { FileStore } from '#register/file-store.ts'
import type { Register } from '#register/register.ts'

/** `waymark files <words>` on an open register: the lines that it prints. */
export async function waymarkFiles(
  o: { readonly register: Register; readonly dataDir: string },
  words: readonly string[],
): Promise<string[]> {
  const lines: string[] = []
  const context: CliContext = {
    dataDir: o.dataDir,
    json: false,
    out: line => void lines.push(line),
    err: () => undefined,
    openRegister: async () => o.register,
    close: async () => undefined,
  }
  const command = filesCommand(context)
  for (const each of [command, ...command.commands]) each.exitOverride().configureOutput({ writeErr: () => undefined })
  await command.parseAsync([...words], { from: 'user' })
  return lines
}

export async function namesOf(place: FileStore): Promise<string[]> {
  const names: string[] = []
  for await (const name of place.names()) names.push(name)
  return names
}
