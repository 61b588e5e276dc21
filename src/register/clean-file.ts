import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { RegisterProblem } from './problem.ts'

/** A file as it may be kept: known by its content, and without what a camera or a phone wrote into it. */
export interface CleanFile {
  readonly bytes: Buffer
  /** Code of `media_type`. */
  readonly mediaType: 'pdf' | 'jpeg' | 'png' | 'webp'
}

/** Pictures above this are no photographs of papers but bombs: 80 million pixels. */
const mostPixels = 80_000_000

/**
 * Looks at what is in the file, whatever it is called. Pictures are painted anew, upright, so that place, camera and
 * thumbnail are gone and nothing that hid behind the picture comes along; of pictures inside a PDF the notes of the
 * camera are blanked in place.
 * @throws RegisterProblem invalid, with the reason `file_empty`, `file_type` or `file_broken`.
 */
export async function cleanFile(bytes: Buffer): Promise<CleanFile> {
  if (bytes.length === 0) throw refused('file_empty')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.mime === 'application/pdf') return { bytes: withoutCameraNotes(bytes), mediaType: 'pdf' }
  const painted = painters[found?.mime ?? '']
  if (!painted) throw refused('file_type')
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
  try {
    return { bytes: await painted.as(picture.autoOrient()).toBuffer(), mediaType: painted.mediaType }
  } catch {
    throw refused('file_broken')
  }
}

interface Painter {
  readonly mediaType: CleanFile['mediaType']
  as(picture: Sharp): Sharp
}

const jpeg: Painter = { mediaType: 'jpeg', as: picture => picture.jpeg({ quality: 88, mozjpeg: false }) }
const png: Painter = { mediaType: 'png', as: picture => picture.png() }
const webp: Painter = { mediaType: 'webp', as: picture => picture.webp({ quality: 88 }) }

/** What comes in, by its media type, and as what it is kept. */
const painters: Readonly<Record<string, Painter>> = {
  'image/jpeg': jpeg,
  'image/png': png,
  'image/apng': png,
  'image/webp': webp,
  'image/tiff': jpeg,
  'image/gif': png,
}

const exif = Buffer.from('Exif\0\0')
const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0')

/** JPEG segments APP1 (Exif, XMP) overwritten with zeros: no byte moves, so that the PDF around them stays whole. */
function withoutCameraNotes(pdf: Buffer): Buffer {
  const clean = Buffer.from(pdf)
  for (const mark of [exif, xmp])
    for (let at = clean.indexOf(mark); at !== -1; at = clean.indexOf(mark, at + 1)) {
      if (at < 4 || clean.readUInt16BE(at - 4) !== 0xffe1) continue
      clean.fill(0, at, Math.min(clean.length, at - 2 + clean.readUInt16BE(at - 2)))
    }
  return clean
}

const refused = (reason: string) => new RegisterProblem('invalid', words[reason] ?? reason, { reason })

const words: Readonly<Record<string, string>> = {
  file_empty: 'The file is empty.',
  file_type: 'Only PDF, JPEG, PNG, WebP, TIFF and GIF files are kept.',
  file_broken: 'The picture cannot be read.',
}
