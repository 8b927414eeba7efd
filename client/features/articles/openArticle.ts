import type { ArticleSummary } from '../../../shared/contract'
import { open } from '../../platform/navigation'
import { articlePath } from '../../routes'
import { handOver } from './handover'

/** Opens an article that is on screen, handing over what the page can show before its body has come. */
export function openArticle(article: ArticleSummary): void {
  handOver(article)
  open(articlePath(article.id))
}
