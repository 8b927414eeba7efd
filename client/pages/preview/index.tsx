import { View } from '@tarojs/components'
import { ArticleHead } from '../../features/articles/ArticleHead'
import { ArticleTools } from '../../features/articles/ArticleTools'
import { Body } from '../../features/articles/body/Body'
import { readingMinutes } from '../../features/articles/body/readingTime'
import { EventBlock } from '../../features/events/EventBlock'
import { noteOf } from '../../features/preview/note'
import { usePreview } from '../../features/preview/usePreview'
import { Blank } from '../../ui/Blank'
import { Failure } from '../../ui/Failure'
import { Screen } from '../../ui/Screen'
import { Skeleton } from '../../ui/Skeleton'
import '../article/index.scss'
import './index.scss'

/** On the web only: an article as members will see it, for who writes it and for colleagues who have its link. */
export default function PreviewPage() {
  const { shown, problem, retry } = usePreview()
  if (problem !== null) {
    return (
      <Screen title="预览">
        {problem.kind === 'missing' || problem.status === 400 ? (
          <Blank icon="empty" title="预览链接已失效" text="它已经到期或被收回，请向发给您链接的同事要一个新的。" />
        ) : (
          <Failure problem={problem} onRetry={retry} title="预览没有加载成功" />
        )}
      </Screen>
    )
  }
  const article = shown?.article ?? null
  const note = shown === null ? null : noteOf(shown)
  return (
    <Screen title="正文" className="article">
      {note !== null && <View className="preview__note">{note}</View>}
      <View className="article__sheet">
        {article === null ? (
          <Skeleton shape="text" rows={9} />
        ) : (
          <>
            <ArticleHead article={article} views={article.views} />
            <View className="preview__still">
              <ArticleTools article={article} minutes={readingMinutes(article.blocks)} />
            </View>
            {article.event && <EventBlock article={article} event={article.event} still />}
            <Body blocks={article.blocks} />
          </>
        )}
      </View>
    </Screen>
  )
}
