import type { RefObject } from 'react'
import { t } from '../language'

interface FileChoosersProps {
  pictures: RefObject<HTMLInputElement>
  others: RefObject<HTMLInputElement>
  onPictures: (files: File[]) => void
  /** Files that are to be attached. */
  onAttach: (files: File[]) => void
}

/** What the browser's own dialogs for files open from; the toolbar and the slash menu both do. */
export function FileChoosers({ pictures, others, onPictures, onAttach }: FileChoosersProps) {
  return (
    <>
      <input
        ref={others}
        type="file"
        accept=".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.zip"
        multiple
        hidden
        aria-label={t('选择附件', 'Choose files to attach')}
        onChange={(event) => {
          onAttach([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <input
        ref={pictures}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif"
        multiple
        hidden
        aria-label={t('选择正文图片', 'Choose a picture for the text')}
        onChange={(event) => {
          onPictures([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
