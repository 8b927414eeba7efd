import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { LibrarySearch } from '../features/media/LibrarySearch'
import { PictureDrawer } from '../features/media/PictureDrawer'
import { PictureGrid } from '../features/media/PictureGrid'
import { libraryQuery } from '../features/media/queries'
import { UploadTray } from '../features/media/UploadTray'
import { useUploads } from '../features/media/useUploads'
import { classes } from '../ui/classes'
import { Plus } from '../ui/icons'
import { ListState } from '../ui/ListState'
import { PageHead } from '../ui/PageHead'
import { PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'
import { t } from '../ui/language'
import styles from '../features/media/Library.module.css'

const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

export function MediaPage() {
  useTitle(t('图片库', 'Picture library'))
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const [shown, setShown] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const list = useInfiniteQuery(libraryQuery(q))
  const pictures = list.data?.pages.flatMap((page) => page.items) ?? []
  const { items, add, clear } = useUploads()
  const find = (words: string) => setSearch(words === '' ? {} : { q: words }, { replace: true })

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData)
      if (files.length > 0) void add(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [add])

  const upload = (
    <Button type="primary" icon={<Plus />} onClick={() => chooser.current?.click()}>
      {t('上传图片', 'Upload pictures')}
    </Button>
  )
  return (
    <div
      className={classes(styles.drop, over && styles.over)}
      data-words={t('松开鼠标，上传图片', 'Let go to upload the pictures')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void add(filesOf(event.dataTransfer))
      }}
    >
      <PageHead title={t('图片库', 'Picture library')}>{upload}</PageHead>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        aria-label={t('选择要上传的图片', 'Choose pictures to upload')}
        accept="image/jpeg,image/png,image/webp,image/gif"
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <div className={styles.filters} role="search" aria-label={t('筛选图片', 'Filter pictures')}>
        <p>
          {t(
            '可以一次选择、拖入或粘贴多张，每张不超过 20 MB。',
            'Choose, drop or paste many at once, at most 20 MB each.',
          )}
        </p>
        <LibrarySearch q={q} onSearch={find} />
      </div>
      <UploadTray items={items} onClose={clear} />
      <ListState
        query={list}
        count={pictures.length}
        empty={
          q === '' ? (
            <PageState
              title={t('还没有图片', 'No pictures yet')}
              text={t('把照片拖到这里，或点“上传图片”。', 'Drop photos here, or press “Upload pictures”.')}
              action={upload}
            />
          ) : (
            <PageState
              title={t('没有符合条件的图片', 'No picture matches')}
              text={t('可以换一个搜索词。', 'Try another word.')}
              action={<Button onClick={() => find('')}>{t('清除搜索', 'Clear the search')}</Button>}
            />
          )
        }
      >
        <PictureGrid
          pictures={pictures}
          whole={!list.hasNextPage}
          verb={t('查看', 'View')}
          onChoose={({ id }) => setShown(id)}
        />
      </ListState>
      <PictureDrawer id={shown} onClose={() => setShown(null)} />
    </div>
  )
}
