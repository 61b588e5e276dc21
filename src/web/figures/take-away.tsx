import { Button } from '@mantine/core'
import { IconCircleCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { saveFile } from '../api/save-file.ts'
import { useText } from '../text/text.tsx'
import type { Figure } from './calls.ts'
import { csvOf, fileNameOf } from './export.ts'
import { useFigureWords } from './words.ts'

/** The figure on paper, in a spreadsheet, in a program: always together with its passport. */
export function TakeAway({ figure }: { figure: Figure }) {
  const t = useText()
  const words = useFigureWords()
  const [copied, setCopied] = useState(false)
  const csv = () =>
    csvOf(figure, words, {
      rank: t('figures.rank'),
      share: t('figures.csv.share'),
      figure: t('figures.csv.figure'),
      only: t('figures.csv.only'),
      unit: t('figures.passport.unit'),
      base: t('figures.passport.base'),
      period: t('figures.passport.period'),
      coverage: t('figures.passport.coverage'),
      notAvailable: t('figures.passport.notAvailable'),
      caveat: t('figures.csv.caveat'),
      asOf: t('figures.passport.asOf'),
    })
  const copy = async () => {
    await navigator.clipboard.writeText(csv())
    setCopied(true)
    setTimeout(() => setCopied(false), 4000)
  }
  // Spreadsheets read a CSV as UTF-8 only when it begins with this mark.
  const mark = '\ufeff'
  return (
    <div className="row no-print">
      <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
        {t('figures.copy')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => save(fileNameOf(figure, 'csv'), `${mark}${csv()}\r\n`, 'text/csv')}
      >
        {t('figures.csv')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => save(fileNameOf(figure, 'json'), `${JSON.stringify(figure, null, 2)}\n`, 'application/json')}
      >
        {t('figures.json')}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t('figures.print')}
      </Button>
      <span role="status">
        {copied && (
          <span className="meaning done">
            <IconCircleCheck size={18} aria-hidden /> {t('figures.copied')}
          </span>
        )}
      </span>
    </div>
  )
}

const save = (name: string, text: string, type: string): void =>
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }))
