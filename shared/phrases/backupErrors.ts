import type { ErrorPhrase } from './errorPhrase'

export const BACKUP_ERRORS = {
  backup_running: {
    status: 409,
    zh: '正在备份或核对，请等它完成。',
    en: 'A backup is being made or checked; wait for its end.',
  },
  backup_not_found: { status: 404, zh: '没有找到这个备份文件。', en: 'There is no such backup.' },
  backup_unknown: { status: 422, zh: '这个文件不是本系统的备份。', en: 'This file is not a backup.' },
  backup_format: {
    status: 422,
    zh: '这个备份的格式比当前程序新，请先升级程序。',
    en: 'This backup has a newer format; upgrade the program first.',
  },
  backup_damaged: {
    status: 422,
    zh: '备份文件不完整、已损坏或被改动过，不能使用。请换另一个备份。',
    en: 'This backup is cut off, damaged or was changed; take another one.',
  },
  backup_passphrase_missing: {
    status: 422,
    zh: '这个备份已加密，请设置制作它时的 BACKUP_PASSPHRASE。',
    en: 'This backup is encrypted: set the BACKUP_PASSPHRASE that it was made with.',
  },
  backup_passphrase_wrong: {
    status: 422,
    zh: '口令不对：BACKUP_PASSPHRASE 与制作这个备份时的不同。',
    en: 'This backup was made with another BACKUP_PASSPHRASE.',
  },
  backup_newer: {
    status: 422,
    zh: '这个备份由更新版本的程序制作，当前程序不认识它的数据结构。请先升级程序，再恢复。',
    en: 'This backup was made by a newer version of the program; upgrade it first.',
  },
  backup_no_space: {
    status: 507,
    zh: '备份所在的磁盘空间不足，没有留下不完整的文件。请清理空间或更换 BACKUP_DIR。',
    en: 'The disk of the backups is full; nothing unfinished was left. Make room or set BACKUP_DIR.',
  },
  backup_exists: {
    status: 409,
    zh: '同名的文件已经存在，没有覆盖。',
    en: 'There is a file of this name; it was not overwritten.',
  },
  backup_failed: {
    status: 500,
    zh: '备份没有完成，原因见服务器日志。',
    en: 'The backup failed; the server’s log says why.',
  },
  backup_lost: {
    status: 500,
    zh: '备份中途程序停止了，没有留下不完整的文件。',
    en: 'The program stopped in the middle; nothing unfinished was left.',
  },
  restore_not_empty: {
    status: 409,
    zh: '要恢复到的地方已有数据，没有改动任何内容。确定要替换时加上 --replace（会先自动备份现有数据）。',
    en: 'There is data in this place and nothing was changed. Add --replace to replace it; it is backed up first.',
  },
  restore_in_use: {
    status: 409,
    zh: '数据库正被服务器使用，没有改动任何内容。请先停止所有服务进程，再恢复。',
    en: 'A server has the database open and nothing was changed. Stop all servers first.',
  },
  restore_by_command: {
    status: 409,
    zh: '本系统使用 MySQL，可能有多个服务进程。请停止全部进程后，在服务器上用命令恢复。',
    en: 'This house runs on MySQL: stop all processes and restore by the command line.',
  },
  restore_words: {
    status: 422,
    zh: '输入的确认文字不对，没有开始恢复。',
    en: 'The words of confirmation are not right; nothing was begun.',
  },
} as const satisfies Record<string, ErrorPhrase>
