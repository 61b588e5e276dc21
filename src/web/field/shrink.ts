import type { Bytes } from './cipher.ts'

/** Longest side of a picture that waits on a device, in pixels: a passport page can be read, and a slow line can carry it. */
const longest = 1280
/** Of WebP, 0 to 1: letters on a photographed paper stay sharp. */
const quality = 0.6

/**
 * The file as it waits on the device: pictures are painted anew, smaller, which also leaves behind place and camera. What the
 * browser cannot paint (a PDF) goes as it is; the server cleans it.
 */
export async function shrunk(file: Blob): Promise<Bytes> {
  const picture = file.type.startsWith('image/') ? await createImageBitmap(file).catch(() => null) : null
  if (!picture) return new Uint8Array(await file.arrayBuffer())
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const painted = await canvas.convertToBlob({ type: 'image/webp', quality })
  return new Uint8Array(await painted.arrayBuffer())
}
