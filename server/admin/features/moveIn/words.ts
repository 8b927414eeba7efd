import type { MoveInPage, MoveInRun } from '../../../../shared/contract'
import type { Phrase } from '../../../../shared/phrases'
import { IMPORT_DOUBTS, IMPORT_FAILURES, IMPORT_MENDS } from '../../../../shared/phrases/importing'
import type { ChipTone } from '../../ui/Chip'
import { t } from '../../ui/language'

/** The states of the report, those first that ask for somebody. */
export const PAGE_STATES: Record<MoveInPage['state'], { name: Phrase; tone: ChipTone }> = {
  doubtful: { name: { zh: '存疑', en: 'Doubtful' }, tone: 'warm' },
  failed: { name: { zh: '不能导入', en: 'Cannot be taken' }, tone: 'bad' },
  certain: { name: { zh: '可直接导入', en: 'Certain' }, tone: 'good' },
  imported: { name: { zh: '已公开', en: 'Public' }, tone: 'good' },
  draft: { name: { zh: '已存为草稿', en: 'Kept as draft' }, tone: 'warm' },
  known: { name: { zh: '以前导入过', en: 'Here already' }, tone: 'plain' },
}

export const STATES_IN_ORDER = Object.keys(PAGE_STATES) as MoveInPage['state'][]

const withDetail = (phrase: Phrase, detail = ''): string => t(phrase).replace('{detail}', detail)

/** Why a page is as it is, in the language of the screen. */
export const doubtWords = (doubts: MoveInPage['doubts']): string[] =>
  doubts.map(({ code, detail }) => withDetail(IMPORT_DOUBTS[code], detail))

export const mendWords = (mends: MoveInPage['mends']): string[] =>
  mends.map(({ code, detail }) => withDetail(IMPORT_MENDS[code], detail))

export function reasonsOf({ doubts, failure, isChanged }: MoveInPage): string[] {
  return [
    ...(failure === null ? [] : [t(IMPORT_FAILURES[failure])]),
    ...doubtWords(doubts),
    ...(isChanged
      ? [
          t(
            '以前导入过同名的网页，但内容与那时不同，没有改动已导入的文章。如果是另一篇文章，请改文件名后再上传。',
            'A page of this name was taken over before, with other content; that article stays as it is. If this is another article, give its file another name.',
          ),
        ]
      : []),
  ]
}

const MEGABYTE = 1024 * 1024
export const LARGEST_UPLOAD = 20 * MEGABYTE

export const sizeWords = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`

/** What a server is doing, in one line that is read out as it changes. */
export function progressWords({ state, done, total }: Pick<MoveInRun, 'state' | 'done' | 'total'>): string {
  const of = total === null ? `${done}` : `${done}/${total}`
  return state === 'checking'
    ? t(`正在检查：${of} 页`, `Checking: ${of} pages`)
    : t(`正在导入：${of}`, `Taking over: ${of}`)
}
