import { useQuery } from '@tanstack/react-query'
import { backupsQuery } from '../features/backups/queries'
import { BackupsView } from '../features/backups/BackupsView'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function BackupSettingsPage() {
  const backups = useQuery(backupsQuery)
  return (
    <SettingsFrame title={t('备份', 'Backups')} settings={backups}>
      {(list) => <BackupsView list={list} />}
    </SettingsFrame>
  )
}
