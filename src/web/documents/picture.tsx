import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { fetchFile } from '../api/client.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'

/** Longest side on the screen, in pixels. */
const longest = 320

/**
 * A picture made small here, when somebody asks for it: each showing is an opening and is written down. It is drawn from memory;
 * nothing of it is kept by the browser or the server, and it is gone when it is hidden.
 */
export function Picture({ document, what }: { document: string; what: string }) {
  const t = useText()
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const target = canvas.current
    if (!bitmap || !target) return
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    target.width = Math.round(bitmap.width * scale)
    target.height = Math.round(bitmap.height * scale)
    target.getContext('2d')?.drawImage(bitmap, 0, 0, target.width, target.height)
    return () => bitmap.close()
  }, [bitmap])
  const show = async () => {
    setBusy(true)
    setError(null)
    try {
      setBitmap(await createImageBitmap(await fetchFile(`documents/${document}/content`)))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        aria-label={t(bitmap ? 'documents.hideOf' : 'documents.showOf', { what })}
        leftSection={<IconEye size={18} aria-hidden />}
        onClick={() => (bitmap ? setBitmap(null) : void show())}
      >
        {t(bitmap ? 'documents.hide' : 'documents.show')}
      </Button>
      {bitmap && <canvas ref={canvas} role="img" aria-label={what} className="document-picture" />}
      <Refused error={error} />
    </>
  )
}
