import { Button } from '@mantine/core'
import { IconPencil, IconPlus, IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { isStale } from '#casework/directory/provider.ts'
import { changing, send } from '../api/push.ts'
import { localToday } from '../form/today.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { Refused } from '../session/problem.tsx'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { usePageKind } from '../shell/title.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { ProviderFinder } from './provider-finder.tsx'
import { useDirectory } from './use-directory.ts'

/** Who helps with what, for whom, in which languages; and what has to be asked again. */
export function DirectoryPage() {
  usePageKind('title.directory')
  const t = useText()
  const labels = useLabels()
  const office = useWritingOffice('provider')
  const { providers, waiting, error } = useDirectory()
  const [editing, setEditing] = useState<RecordView | 'new' | null>(null)
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.directory')}</h1>
        {office !== null && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
            {t('directory.add')}
          </Button>
        )}
      </div>
      {providers.length === 0 && !waiting && !error ? (
        <div className="empty">
          <p>{labels.empty('provider')}</p>
        </div>
      ) : (
        <ProviderFinder keeps beside={provider => <Keep provider={provider} onEdit={() => setEditing(provider)} />} />
      )}
      {editing && (
        <OfficeRecordDialog
          type="provider"
          seen={editing === 'new' ? null : editing}
          office={editing === 'new' ? (office ?? '') : editing.office}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

/** What keeps an entry true, for those who may write in its office. */
function Keep({ provider, onEdit }: { provider: RecordView; onEdit: () => void }) {
  const t = useText()
  const d = useDictionary()
  const me = useMe()
  const permissions = usePermissions()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const today = localToday()
  if (permissions.writable('provider', { office: provider.office, own: provider.author === me.id }).size === 0)
    return null
  const verify = async () => {
    setBusy(true)
    setError(null)
    await send([changing(provider, { verifiedOn: today }, d.version)])
      .catch(setError)
      .finally(() => setBusy(false))
  }
  const name = plainText(provider.content.name)
  return (
    <div className="row">
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden />}
        aria-label={t('directory.editOf', { name })}
        onClick={onEdit}
      >
        {t('directory.edit')}
      </Button>
      {isStale(provider.content, today) && (
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconRosetteDiscountCheck size={18} aria-hidden />}
          aria-label={t('directory.verifyOf', { name })}
          onClick={() => void verify()}
        >
          {t('directory.verify')}
        </Button>
      )}
      <Refused error={error} />
    </div>
  )
}
