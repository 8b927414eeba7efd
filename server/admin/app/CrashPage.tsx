import { Button } from 'antd'
import { t } from '../ui/language'
import { PageState } from '../ui/PageState'

/** What staff see when a screen breaks, for instance when a new release replaced the files of an open page. */
export function CrashPage() {
  return (
    <PageState
      title={t('页面出现错误', 'Something on this page went wrong')}
      text={t(
        '可能是系统刚刚更新。请刷新页面；正在编辑的内容已保存在本机，重新打开文章后可以恢复。',
        'The system may just have been updated. Reload the page; what was being written is kept in this browser and can be recovered when the article is opened again.',
      )}
      action={
        <Button type="primary" onClick={() => location.reload()}>
          {t('刷新页面', 'Reload')}
        </Button>
      }
    />
  )
}
