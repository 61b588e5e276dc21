import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { usePermissions } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Whether I may write this record of an office. */
export function useWritable(record: RecordView): boolean {
  const me = useMe()
  const own = record.author === me.id
  return usePermissions().writable(record.type, { office: record.office, own }).has('open')
}

/** The title of a card, and the way to its form for whoever may write it. */
export function CardHead(props: { record: RecordView; level: 'h2' | 'h3'; onEdit: () => void }) {
  const t = useText()
  const writable = useWritable(props.record)
  const title = plainText(props.record.content.title)
  const Heading = props.level
  return (
    <div className="row ends">
      <Heading>
        <Isolated>{title}</Isolated>
      </Heading>
      {writable && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPencil size={16} aria-hidden />}
          aria-label={t('activity.editOf', { title })}
          onClick={props.onEdit}
        >
          {t('activity.edit')}
        </Button>
      )}
    </div>
  )
}
