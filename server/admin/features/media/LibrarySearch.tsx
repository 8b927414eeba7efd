import { Input } from 'antd'
import { useState } from 'react'
import { Search } from '../../ui/icons'
import { t } from '../../ui/language'
import styles from './Library.module.css'

/** Searches when Enter is pressed, and shows everything again when it is emptied. */
export function LibrarySearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(q)
  return (
    <Input
      className={styles.search}
      type="search"
      aria-label={t('搜索图片', 'Search pictures')}
      placeholder={t('搜索文件名或文字说明，按回车', 'File name or description, press Enter')}
      prefix={<Search />}
      maxLength={60}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        if (event.target.value === '' && q !== '') onSearch('')
      }}
      onPressEnter={() => onSearch(text.trim())}
    />
  )
}
