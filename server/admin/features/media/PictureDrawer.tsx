import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { ResponseFrom } from '../../../../shared/contract'
import { ARTICLE_STATUSES } from '../../../../shared/phrases'
import { call } from '../../api/call'
import { isCode, wordsFor } from '../../api/errors'
import { Chip } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { PageState } from '../../ui/PageState'
import { pictureQuery } from './queries'
import { t } from '../../ui/language'
import { dateTimeWords } from '../../ui/dates'
import styles from './Library.module.css'

const ALT_MAX = 120

/** One picture: large, its facts, its alternative text, who shows it, and the way to delete it. */
export function PictureDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  return (
    <Drawer title={t('图片详情', 'Picture')} open={id !== null} size={480} onClose={onClose} destroyOnHidden>
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
      title={
        isCode(picture.error, 'media_not_found')
          ? t('这张图片已经删除', 'This picture has been deleted')
          : t('图片没有加载出来', 'The picture could not be loaded')
      }
      text={wordsFor(picture.error)}
      action={<Button onClick={() => void picture.refetch()}>{t('重试', 'Try again')}</Button>}
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
      message.success(t('文字说明已保存', 'The description is saved'))
      void changed()
    },
  })
  const shown = picture.uses.filter((use) => !use.onlyEarlier)
  const earlier = picture.uses.filter((use) => use.onlyEarlier)
  const remove = async () => {
    try {
      const history = earlier.length > 0 ? 'lose' : 'keep'
      await call('DELETE /api/admin/media/{id}', { params, query: { history } })
      message.success(t('图片已删除', 'The picture is deleted'))
      onClose()
    } catch (error) {
      message.error(wordsFor(error), 6)
    }
    await changed()
  }
  const askToRemove = () =>
    void modal.confirm({
      title: t('删除这张图片？', 'Delete this picture?'),
      content: [
        t(
          '删除后无法恢复。正在写、还没有保存的文章如果用到它，将显示不出来。',
          'It cannot be brought back. Articles that are being written and not saved yet would show a gap.',
        ),
        earlier.length > 0
          ? t(
              `${earlier.length} 篇文章的历史版本用到它，恢复那些版本时图片也将显示不出来。`,
              `The history of ${earlier.length} articles shows it; restored versions would show a gap.`,
            )
          : '',
      ].join(''),
      okText: t('删除', 'Delete'),
      okButtonProps: { danger: true },
      cancelText: t('取消', 'Cancel'),
      scrollLock: false,
      onOk: remove,
    })
  const used = shown.length > 0

  return (
    <div className={styles.detail}>
      <img className={styles.large} src={picture.url} alt={picture.alt || t('图片预览', 'Picture preview')} />
      <dl className={styles.facts}>
        <dt>{t('文件名', 'File name')}</dt>
        <dd>{picture.name || t('未命名', 'no name')}</dd>
        <dt>{t('尺寸', 'Size')}</dt>
        <dd>
          {t(
            `${picture.width} × ${picture.height} 像素，${Math.max(1, Math.round(picture.bytes / 1024))} KB`,
            `${picture.width} × ${picture.height} pixels, ${Math.max(1, Math.round(picture.bytes / 1024))} KB`,
          )}
        </dd>
        <dt>{t('上传', 'Uploaded')}</dt>
        <dd>
          {picture.createdBy}，{dateTimeWords(Date.parse(picture.createdAt))}
        </dd>
      </dl>
      <Field
        label={t('文字说明', 'Description')}
        hint={t(
          '写给看不到图片的会员。改后封面随即更新；正文里的图片以正文中写的为准。',
          'For members who cannot see the picture. Covers follow at once; pictures in texts keep what is written there.',
        )}
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
        <h3 className={styles.heading}>{t('使用情况', 'Used by')}</h3>
        {picture.uses.length > 0 ? (
          <ul className={styles.uses} aria-label={t('使用这张图片的文章', 'Articles that show this picture')}>
            {picture.uses.map((use) => (
              <li key={use.id} className={styles.use}>
                <Link to={use.binned ? '/bin' : `/articles/${use.id}`}>{use.title}</Link>
                <Chip>{use.binned ? t('在回收站', 'in the bin') : t(ARTICLE_STATUSES[use.status])}</Chip>
                <span className={styles.soft}>
                  {[
                    use.asCover && t('封面', 'cover'),
                    use.inBody && t('正文', 'Text'),
                    use.onlyEarlier && t('仅历史版本', 'history only'),
                  ]
                    .filter(Boolean)
                    .join('、')}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.soft}>{t('还没有文章使用这张图片。', 'No article shows this picture yet.')}</p>
        )}
      </section>
      <div className={styles.buttons}>
        <Button
          type="primary"
          disabled={alt.trim() === picture.alt}
          loading={describe.isPending}
          onClick={() => describe.mutate()}
        >
          {t('保存文字说明', 'Save the description')}
        </Button>
        {picture.mayDelete && !used && (
          <Button danger onClick={askToRemove}>
            {t('删除图片', 'Delete the picture')}
          </Button>
        )}
      </div>
      {used && (
        <p className={styles.soft}>
          {t(
            `图片正被 ${shown.length} 篇文章使用，先在文章中更换或移除，才能删除。`,
            `${shown.length} articles show this picture; take it out of them first.`,
          )}
          {shown.some((use) => use.binned) &&
            t(
              '回收站中的文章也算在内，因为它们还可以恢复。',
              'Articles in the bin count too, for they can be restored.',
            )}
        </p>
      )}
    </div>
  )
}
