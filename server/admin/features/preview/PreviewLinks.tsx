import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { formatTableTime } from '../../../../shared/domain/time'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import styles from './PreviewLinks.module.css'

const addressOf = (token: string): string => `${window.location.origin}/pages/preview/index#${token}`
const nameOf = (id: string) => ['articles', 'previews', id]

/** Links that open the article as it was last saved to colleagues without an account. The newest is shown once. */
export function PreviewLinks({ articleId }: { articleId: string }) {
  const { message, modal } = App.useApp()
  const client = useQueryClient()
  const box = useRef<InputRef>(null)
  const [token, setToken] = useState<string | null>(null)
  const params = { id: articleId }
  const links = useQuery({
    queryKey: nameOf(articleId),
    queryFn: () => call('GET /api/admin/articles/{id}/previews', { params }),
  })
  const again = () => client.invalidateQueries({ queryKey: nameOf(articleId) })
  const make = useMutation({
    mutationFn: () => call('POST /api/admin/articles/{id}/previews', { params }),
    onSuccess: (made) => {
      setToken(made.token)
      return again()
    },
    onError: (error) => message.error(wordsFor(error), 6),
  })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(addressOf(token ?? ''))
      message.success(t('链接已复制', 'Copied'))
    } catch {
      // without https the browser keeps the clipboard closed
      box.current?.select()
      message.info(t('请按 Ctrl+C 复制已选中的链接', 'Press Ctrl+C to copy the selected link'))
    }
  }
  const close = (preview: string) =>
    modal.confirm({
      title: t('收回这个预览链接？', 'Close this preview link?'),
      content: t('收到链接的人会立即打不开文章。', 'Whoever has it can no longer open the article.'),
      okText: t('收回', 'Close'),
      cancelText: t('取消', 'Cancel'),
      scrollLock: false,
      onOk: async () => {
        try {
          await call('DELETE /api/admin/articles/{id}/previews/{preview}', { params: { id: articleId, preview } })
          setToken(null)
        } catch (error) {
          message.error(wordsFor(error), 6)
        }
        await again()
      },
    })
  const items = links.data?.items ?? []

  return (
    <section className={styles.part} aria-labelledby="preview-links">
      <h2 id="preview-links" className={styles.heading}>
        {t('预览链接', 'Preview links')}
      </h2>
      <p className={styles.soft}>
        {t(
          '发给同事看最后一次保存的内容，不需要账号，7 天后失效。',
          'Shows colleagues what was saved last, without an account, for 7 days.',
        )}
      </p>
      {token !== null && (
        <div className={styles.made}>
          <Field label={t('新的链接', 'New link')} hint={t('只显示这一次，请现在复制。', 'Shown this once.')}>
            {({ status: _status, ...control }) => (
              <Input {...control} ref={box} readOnly value={addressOf(token)} onFocus={(e) => e.target.select()} />
            )}
          </Field>
          <Button size="small" type="primary" onClick={() => void copy()}>
            {t('复制链接', 'Copy link')}
          </Button>
        </div>
      )}
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map(({ id, createdBy, expiresAt }) => {
            const until = formatTableTime(Date.parse(expiresAt))
            return (
              <li key={id} className={styles.item}>
                <span>{t(`${createdBy}，${until} 前有效`, `${createdBy}, until ${until}`)}</span>
                <Button
                  size="small"
                  aria-label={t(`收回 ${until} 前有效的预览链接`, `Close the link that ends ${until}`)}
                  onClick={() => close(id)}
                >
                  {t('收回', 'Close')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {links.error !== null && <p className={styles.soft}>{wordsFor(links.error)}</p>}
      <div>
        <Button size="small" loading={make.isPending} onClick={() => make.mutate()}>
          {t('生成预览链接', 'Make a preview link')}
        </Button>
      </div>
    </section>
  )
}
