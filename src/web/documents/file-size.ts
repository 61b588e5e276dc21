import { useText } from '../text/text.tsx'

/** `2.4 MB`, `180 kB`: thousands, as devices say it. */
export function useFileSize(): (bytes: number) => string {
  const t = useText()
  return bytes =>
    bytes >= 1_000_000
      ? t('documents.size', { mega: bytes / 1_000_000 })
      : t('documents.sizeSmall', { kilo: Math.max(1, Math.round(bytes / 1_000)) })
}
