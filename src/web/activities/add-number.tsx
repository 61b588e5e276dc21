import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { offeredCodes } from '#dictionary/dictionary.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { hiddenFor } from './measures.ts'

/** First what is counted, then the form that fits it: of leaflets nobody is asked for a sex. */
export function AddNumber(props: { activity: RecordView; title: string }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const { activity, title } = props
  const [measure, setMeasure] = useState<string | null>(null)
  return (
    <>
      <Menu width={300} position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            aria-label={t('activity.addNumberTo', { title })}
          >
            {t('activity.addNumber')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offeredCodes(d, 'output_measure').map(({ code }) => (
            <Menu.Item key={code} onClick={() => setMeasure(code)}>
              {labels.code('output_measure', code)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {measure !== null && (
        <OfficeRecordDialog
          type="activity_number"
          seen={null}
          office={activity.office}
          initial={{ activity: activity.id, measure, qualifier: 'exact' }}
          hide={['activity', 'measure', ...hiddenFor(d, measure)]}
          onClose={() => setMeasure(null)}
        />
      )}
    </>
  )
}
