import Taro from '@tarojs/taro'

/** A newer version that WeChat has fetched is put on when the member says so: nothing that is being typed is lost. */
export function watchUpdates(): void {
  const manager = Taro.getUpdateManager?.()
  manager?.onUpdateReady(() => {
    Taro.showModal({
      title: '新版本已准备好',
      content: '更新后会重新打开小程序，未提交的内容不会保留。',
      confirmText: '立即更新',
      cancelText: '稍后',
    }).then(
      ({ confirm }) => confirm && manager.applyUpdate(),
      () => undefined,
    )
  })
}
