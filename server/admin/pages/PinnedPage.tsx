import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { wordsFor } from '../api/errors'
import { PinnedPart } from '../features/pinned/PinnedPart'
import { pinnedQuery } from '../features/pinned/queries'
import { sessionQuery } from '../features/session/queries'
import styles from '../features/pinned/Pinned.module.css'
import { t } from '../ui/language'
import { PageHead } from '../ui/PageHead'
import { PageLoading, PageState } from '../ui/PageState'
import { useTitle } from '../ui/useTitle'

/** Pinned articles by channel, to be put in order. */
export function PinnedPage() {
  const name = t('置顶顺序', 'Order of pinned')
  useTitle(name)
  const order = useQuery(pinnedQuery)
  const session = useQuery(sessionQuery)
  const mayChange = session.data !== undefined && session.data.role !== 'writer'
  if (order.data === undefined) {
    return order.error === null ? (
      <PageLoading />
    ) : (
      <PageState
        title={t('置顶的文章没有加载出来', 'The pinned articles could not be loaded')}
        text={wordsFor(order.error)}
        action={<Button onClick={() => void order.refetch()}>{t('重试', 'Try again')}</Button>}
      />
    )
  }
  const { channels } = order.data
  return (
    <>
      <PageHead title={name}>
        <Link to="/articles">{t('返回文章列表', 'Back to the articles')}</Link>
      </PageHead>
      {channels.length === 0 ? (
        <PageState
          title={t('没有置顶的文章', 'Nothing is pinned')}
          text={t(
            '在文章设置里打开“置顶显示”，发布后可以在这里排顺序。',
            'Turn “Pin to the top” on in an article’s settings; once published it can be put in order here.',
          )}
        />
      ) : (
        <>
          <p id="pinned-help" className={styles.help}>
            {mayChange
              ? t(
                  '拖动排序；用键盘时，选中左侧的把手，按上下方向键移动，Home 到最前，End 到最后。会员的列表和公开网页都按这个顺序显示，新置顶的文章排在最前。',
                  'Drag to put them in order; by keyboard, focus the grip and press the arrow keys, Home or End. Members’ lists and the public web follow; what is pinned later stands first.',
                )
              : t('只有编辑和管理员可以调整顺序。', 'Only editors and administrators may change the order.')}
          </p>
          <div className={styles.parts}>
            {channels.map((part) => (
              // an order that came from the server begins anew
              <PinnedPart
                key={`${part.channel.slug} ${part.items.map(({ id }) => id).join()}`}
                {...{ part, mayChange }}
              />
            ))}
          </div>
        </>
      )}
    </>
  )
}
