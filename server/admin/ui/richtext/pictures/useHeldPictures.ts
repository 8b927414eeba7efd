import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { t } from '../../language'
import { countHeld } from './heldPicture'
import type { PictureDesk } from './pictureDesk'

function wordsOf(editor: Editor, desk: PictureDesk): string {
  const { all, failed } = countHeld(editor, desk)
  const { done, total } = desk.batch()
  if (all > failed && total > 0)
    return t(`正在带入图片，已完成 ${done}/${total} 张`, `Bringing pictures over: ${done}/${total}`)
  return failed > 0 ? t(`有 ${failed} 张图片没有带入`, `${failed} pictures were not brought over`) : ''
}

/** Words for the pictures that are still to come; empty when there are none. */
export function useHeldPictures(editor: Editor, desk: PictureDesk): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const look = () => setWords(wordsOf(editor, desk))
    const forget = desk.subscribe(look)
    editor.on('update', look)
    look()
    return () => {
      forget()
      editor.off('update', look)
    }
  }, [editor, desk])
  return words
}
