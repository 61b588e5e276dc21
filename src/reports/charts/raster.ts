import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** Pixels for one of the drawing: sharp in print, small as a file. */
const scale = 2

/**
 * A drawing as PNG, for word processors that draw no SVG: with the fonts of reports, whatever the machine has. The same drawing
 * gives the same bytes on one kind of machine.
 */
export function rasterOf(svg: string): Promise<Buffer> {
  return withOwnFonts(() =>
    sharp(Buffer.from(svg), { density: 72 * scale })
      .flatten({ background: '#ffffff' })
      .png({ palette: true, effort: 1, compressionLevel: 9 })
      .toBuffer(),
  )
}

let read = false

/** The library of fonts reads where they are once, when the first letter is drawn; nothing else of the process is to see it. */
async function withOwnFonts<T>(draw: () => Promise<T>): Promise<T> {
  if (read) return draw()
  const before = process.env['FONTCONFIG_FILE']
  process.env['FONTCONFIG_FILE'] = fileURLToPath(new URL('fonts.conf', import.meta.url))
  try {
    return await draw()
  } finally {
    read = true
    if (before === undefined) delete process.env['FONTCONFIG_FILE']
    else process.env['FONTCONFIG_FILE'] = before
  }
}
