import { useState } from 'react'
import { View } from '@tarojs/components'
import { kindOf, opensInWechat, sizeText } from '../../../../shared/domain/attachments'
import { pictureAddress } from '../../../platform/address'
import { openFile } from '../../../platform/openFile'
import { inSinglePage } from '../../../platform/singlePage'
import { roleOf } from '../../../ui/aria'
import { Tap } from '../../../ui/Tap'
import type { BlockOf } from './bodyText'

/** What a tap does, in words. */
const HINTS = { open: '点按查看', copy: '点按复制下载链接' }

/** A file that goes with the article: its name, how much it is, and what a tap does. */
export function FileCard({ file }: { file: BlockOf<'file'> }) {
  const [busy, setBusy] = useState(false)
  const { name, bytes, url } = file
  const kind = kindOf(name) ?? 'zip'
  const about = `${kind.toUpperCase()} · ${sizeText(bytes)}`
  const open = (): void => {
    if (busy) return
    setBusy(true)
    void openFile({ address: pictureAddress(url), kind, name }).then(() => setBusy(false))
  }
  const body = (
    <>
      <View className="card__badge">{kind.toUpperCase()}</View>
      <View className="card__words">
        <View className="card__title">{name}</View>
        <View className="card__about" {...roleOf({ role: 'status' })}>
          {busy ? '正在打开…' : `${about} · ${opensInWechat(kind) ? HINTS.open : HINTS.copy}`}
        </View>
      </View>
    </>
  )
  // The timeline's single page can fetch nothing: the file is named there, and opens in the mini-program.
  if (inSinglePage()) return <View className="card">{body}</View>
  return (
    <Tap className="card" onTap={open}>
      {body}
    </Tap>
  )
}
