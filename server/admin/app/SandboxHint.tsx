import styles from './Shell.module.css'

export function SandboxHint() {
  return (
    <p className={styles.hint}>
      当前使用内置微信沙箱，可在
      <a href="/sandbox/" target="_blank" rel="noreferrer">
        手机模拟页
      </a>
      查看通知
    </p>
  )
}
