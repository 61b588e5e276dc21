import type { Bytes } from './cipher.ts'

/**
 * What a picture may weigh while it waits, in bytes: ten of them cross a line of 50 kbit/s in half a minute.
 * Tried from the best to the smallest; letters on a photographed page stay readable in the smallest.
 */
const budget = 18_000
const looks = [1280, 1024, 800].flatMap(longest => [0.5, 0.35, 0.25].map(quality => ({ longest, quality })))

/**
 * The file as it waits on the device: pictures are painted anew, smaller, which also leaves behind place and camera. What the
 * browser cannot paint (a PDF) goes as it is; the server cleans it.
 */
export async function shrunk(file: Blob): Promise<Bytes> {
  const picture = file.type.startsWith('image/') ? await createImageBitmap(file).catch(() => null) : null
  if (!picture) return new Uint8Array(await file.arrayBuffer())
  let painted: Blob = file
  for (const look of looks) {
    painted = await paint(picture, look)
    if (painted.size <= budget) break
  }
  picture.close()
  return new Uint8Array(await painted.arrayBuffer())
}

async function paint(
  picture: ImageBitmap,
  look: { readonly longest: number; readonly quality: number },
): Promise<Blob> {
  const scale = Math.min(1, look.longest / Math.max(picture.width, picture.height))
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.convertToBlob({ type: 'image/webp', quality: look.quality })
}
