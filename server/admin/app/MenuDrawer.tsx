import { Button } from 'antd'
import { useRef } from 'react'
import { Close, Menu } from '../ui/icons'
import { t } from '../ui/language'
import { Brand } from './Brand'
import { MainNav } from './MainNav'
import styles from './MenuDrawer.module.css'

/**
 * The navigation where there is no room for it beside the page. The browser's own dialog keeps the focus inside, closes
 * on Escape and hands the focus back.
 */
export function MenuDrawer() {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  const name = t('菜单', 'Menu')
  return (
    <>
      <Button
        type="text"
        aria-label={name}
        aria-haspopup="dialog"
        icon={<Menu />}
        onClick={() => dialog.current?.showModal()}
      />
      <dialog
        ref={dialog}
        aria-label={name}
        className={styles.drawer}
        // the backdrop is the dialog itself; what lies in it is the panel
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        <div className={styles.panel}>
          <div className={styles.head}>
            <Brand />
            <Button type="text" aria-label={t('关闭菜单', 'Close the menu')} icon={<Close />} onClick={close} />
          </div>
          <MainNav onGo={close} />
        </div>
      </dialog>
    </>
  )
}
