import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { ResponseFrom } from '../../../../shared/contract'
import { formatDateTime } from '../../../../shared/domain/time'
import { ARTICLE_STATUSES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { Chip } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { PageState } from '../../ui/PageState'
import { pictureQuery } from './queries'
import styles from './Library.module.css'

const ALT_MAX = 120

/** One picture: large, its facts, its alternative text, who shows it, and the way to delete it. */
export function PictureDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  return (
    <Drawer title="图片详情" open={id !== null} size={480} onClose={onClose} destroyOnHidden>
      {id !== null && <Loaded key={id} id={id} onClose={onClose} />}
    </Drawer>
  )
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const picture = useQuery(pictureQuery(id))
  if (picture.data !== undefined) return <Detail picture={picture.data} onClose={onClose} />
  if (picture.error === null) return <Skeleton active />
  return (
    <PageState
      title={isCode(picture.error, 'media_not_found') ? '这张图片已经删除' : '图片没有加载出来'}
      text={wordsFor(picture.error)}
      action={<Button onClick={() => void picture.refetch()}>重试</Button>}
    />
  )
}

interface DetailProps {
  picture: ResponseFrom<'GET /api/admin/media/{id}'>
  onClose: () => void
}

function Detail({ picture, onClose }: DetailProps) {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const [alt, setAlt] = useState(picture.alt)
  const params = { id: picture.id }
  const changed = () => client.invalidateQueries({ queryKey: ['media'] })
  const describe = useMutation({
    mutationFn: () => call('PUT /api/admin/media/{id}', { params, body: { alt: alt.trim() } }),
    onSuccess: () => {
      message.success('文字说明已保存')
      void changed()
    },
  })
  const shown = picture.uses.filter((use) => !use.onlyEarlier)
  const earlier = picture.uses.filter((use) => use.onlyEarlier)
  const remove = async () => {
    try {
      const history = earlier.length > 0 ? 'lose' : 'keep'
      await call('DELETE /api/admin/media/{id}', { params, query: { history } })
      message.success('图片已删除')
      onClose()
    } catch (error) {
      message.error(wordsFor(error), 6)
    }
    await changed()
  }
  const askToRemove = () =>
    void modal.confirm({
      title: '删除这张图片？',
      content: [
        '删除后无法恢复。正在写、还没有保存的文章如果用到它，将显示不出来。',
        earlier.length > 0 ? `${earlier.length} 篇文章的历史版本用到它，恢复那些版本时图片也将显示不出来。` : '',
      ].join(''),
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      scrollLock: false,
      onOk: remove,
    })
  const used = shown.length > 0

  return (
    <div className={styles.detail}>
      <img className={styles.large} src={picture.url} alt={picture.alt || '图片预览'} />
      <dl className={styles.facts}>
        <dt>文件名</dt>
        <dd>{picture.name || '未命名'}</dd>
        <dt>尺寸</dt>
        <dd>
          {picture.width} × {picture.height} 像素，{Math.max(1, Math.round(picture.bytes / 1024))} KB
        </dd>
        <dt>上传</dt>
        <dd>
          {picture.createdBy}，{formatDateTime(Date.parse(picture.createdAt))}
        </dd>
      </dl>
      <Field
        label="文字说明"
        hint="写给看不到图片的会员。改后封面随即更新；正文里的图片以正文中写的为准。"
        error={describe.error === null ? undefined : wordsFor(describe.error)}
        extra={`${alt.length}/${ALT_MAX}`}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={ALT_MAX}
            value={alt}
            onChange={(event) => setAlt(event.target.value)}
          />
        )}
      </Field>
      <section>
        <h3 className={styles.heading}>使用情况</h3>
        {picture.uses.length > 0 ? (
          <ul className={styles.uses} aria-label="使用这张图片的文章">
            {picture.uses.map((use) => (
              <li key={use.id} className={styles.use}>
                <Link to={use.binned ? '/bin' : `/articles/${use.id}`}>{use.title}</Link>
                <Chip>{use.binned ? '在回收站' : ARTICLE_STATUSES[use.status].zh}</Chip>
                <span className={styles.soft}>
                  {[use.asCover && '封面', use.inBody && '正文', use.onlyEarlier && '仅历史版本']
                    .filter(Boolean)
                    .join('、')}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.soft}>还没有文章使用这张图片。</p>
        )}
      </section>
      <div className={styles.buttons}>
        <Button
          type="primary"
          disabled={alt.trim() === picture.alt}
          loading={describe.isPending}
          onClick={() => describe.mutate()}
        >
          保存文字说明
        </Button>
        {picture.mayDelete && !used && (
          <Button danger onClick={askToRemove}>
            删除图片
          </Button>
        )}
      </div>
      {used && (
        <p className={styles.soft}>
          图片正被 {shown.length} 篇文章使用，先在文章中更换或移除，才能删除。
          {shown.some((use) => use.binned) && '回收站中的文章也算在内，因为它们还可以恢复。'}
        </p>
      )}
    </div>
  )
}
