import { EntitySchema } from 'typeorm'
import type { BackupRun } from '../../features/backup/ports'
import { instant, key, optionalInstant, optionalText, text } from './columns'

export interface BackupRunRow extends BackupRun {
  /** `1` while it runs. */
  runningKey: string | null
}

export const BackupRunEntity = new EntitySchema<BackupRunRow>({
  name: 'backup_run',
  tableName: 'backup_run',
  columns: {
    id: key('id'),
    task: text('task'),
    kind: text('kind'),
    state: text('state'),
    runningKey: optionalText('running_key'),
    file: text('file'),
    phase: text('phase'),
    done: instant('done'),
    total: instant('total'),
    error: optionalText('error'),
    startedAt: instant('started_at'),
    seenAt: instant('seen_at'),
    finishedAt: optionalInstant('finished_at'),
    staffId: optionalText('staff_id'),
  },
})
