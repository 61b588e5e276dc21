import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload, IconLink, IconPhoto, IconPrinter } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { type Asked, linkOf } from '#server/contract/figure-link.ts'
import { saveFile } from '../api/save-file.ts'
import { useScreenLanguage } from '../session/screen-language.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import { type Answer, figureFile, type FileFormat } from './calls.ts'
import type { Said } from './said.ts'
import { pictureOfPoints, standalone } from './standalone.ts'

/** The answer on paper, in a spreadsheet, in a program, or as a link: always together with its passport. */
export function TakeAway(props: { asked: Asked; said: Said; answer: Answer; place: RefObject<HTMLElement | null> }) {
  const t = useText()
  const { dir } = useScreenLanguage()
  const { asked, said, answer, place } = props
  const [copied, setCopied] = useState(false)
  const [busy, setBusy] = useState<FileFormat | null>(null)
  const [error, setError] = useState<unknown>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 4000)
  }
  const download = async (format: FileFormat) => {
    setBusy(format)
    setError(null)
    try {
      saveFile(fileNameOf(asked, format), await figureFile(linkOf(asked), format))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(null)
    }
  }
  const draw = async (format: 'svg' | 'png') => {
    const drawing = place.current?.querySelector<SVGSVGElement>('.drawing svg')
    if (!drawing) return
    setError(null)
    const asOf = `${t('figures.passport.asOf')}: ${said.asOf}`
    const text = standalone(drawing, said, { asOf, rtl: dir === 'rtl' })
    try {
      const content = format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pictureOfPoints(text)
      saveFile(fileNameOf(asked, format), content)
    } catch (refusal) {
      setError(refusal)
    }
  }
  const json = () => {
    const text = `${JSON.stringify(answer, null, 2)}\n`
    saveFile(fileNameOf(asked, 'json'), new Blob([text], { type: 'application/json' }))
  }
  return (
    <div className="stack no-print">
      <div className="row take-away">
        <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={() => void copy()}>
          {t('figures.link')}
        </Button>
        {(['csv', 'xlsx'] as const).map(format => (
          <Button
            key={format}
            variant="default"
            loading={busy === format}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void download(format)}
          >
            {t(`figures.file.${format}`)}
          </Button>
        ))}
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={json}>
          {t('figures.json')}
        </Button>
        {hasDrawing(answer) &&
          (['svg', 'png'] as const).map(format => (
            <Button
              key={format}
              variant="default"
              leftSection={<IconPhoto size={18} aria-hidden />}
              onClick={() => void draw(format)}
            >
              {t(`figures.chart.${format}`)}
            </Button>
          ))}
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('figures.print')}
        </Button>
        <span role="status">
          {copied && (
            <span className="meaning done">
              <IconCircleCheck size={18} aria-hidden /> {t('figures.linkCopied')}
            </span>
          )}
        </span>
      </div>
      <Refused error={error} />
    </div>
  )
}

const hasDrawing = (answer: Answer): boolean =>
  answer.view === 'time' ||
  (answer.view === 'compare' ? answer.comparison.rows.length > 0 : answer.figure.rows.length > 0)

/** Codes only: a file name is seen by anybody who looks at the desk. */
const fileNameOf = ({ indicator, view, rows, columns, year, from, to }: Asked, ending: string): string => {
  const parts = ['waymark', indicator, view === 'table' ? null : view, rows, columns, year, from, to]
  return `${parts.filter(part => part !== null).join('-')}.${ending}`
}
