import { useInfiniteQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import type { LibraryPicture } from '../../../../shared/contract'
import { ListState } from '../../ui/ListState'
import { PageState } from '../../ui/PageState'
import { LibrarySearch } from './LibrarySearch'
import { PictureGrid } from './PictureGrid'
import { libraryQuery } from './queries'
import { t } from '../../ui/language'
import styles from './Library.module.css'

interface LibraryPickerProps {
  open: boolean
  onPick: (picture: LibraryPicture) => void
  onClose: () => void
}

/** Chooses one picture that was uploaded before. */
export function LibraryPicker({ open, onPick, onClose }: LibraryPickerProps) {
  return (
    <Modal
      title={t('从图片库选择', 'Choose from the library')}
      open={open}
      width={860}
      footer={null}
      scrollLock={false}
      onCancel={onClose}
      destroyOnHidden
    >
      {open && <Choices onPick={onPick} />}
    </Modal>
  )
}

function Choices({ onPick }: Pick<LibraryPickerProps, 'onPick'>) {
  const [q, setQ] = useState('')
  const list = useInfiniteQuery(libraryQuery(q))
  const pictures = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className={styles.filters}>
        <LibrarySearch q={q} onSearch={setQ} />
      </div>
      <div className={styles.picker}>
        <ListState
          query={list}
          count={pictures.length}
          empty={
            <PageState
              title={
                q === '' ? t('图片库还是空的', 'The library is empty') : t('没有符合条件的图片', 'No picture matches')
              }
            />
          }
        >
          <PictureGrid pictures={pictures} whole={!list.hasNextPage} verb={t('选用', 'Use')} onChoose={onPick} />
        </ListState>
      </div>
    </>
  )
}
