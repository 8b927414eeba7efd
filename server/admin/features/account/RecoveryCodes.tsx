import { App, Button } from 'antd'
import { t } from '../../ui/language'
import styles from './TwoStep.module.css'

/** Ten codes, shown this once: copied or kept as a file, then said to be kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { message } = App.useApp()
  const text = codes.join('\r\n')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      message.success(t('恢复码已复制', 'Copied'))
    } catch {
      message.info(t('浏览器不允许复制，请下载或抄写。', 'The browser does not allow copying; download them instead.'))
    }
  }
  return (
    <div className={styles.steps}>
      <p>
        {t(
          '请妥善保存这些恢复码，离开本页后不再显示。手机丢失或更换时，可以用其中一个代替验证码登录，每个只能使用一次。',
          'Keep these recovery codes; they are shown only now. Each logs you in once when your phone is not at hand.',
        )}
      </p>
      <ul className={styles.codes} aria-label={t('恢复码', 'Recovery codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button onClick={() => void copy()}>{t('复制', 'Copy')}</Button>
        <Button
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('恢复码.txt', 'recovery-codes.txt')}
        >
          {t('下载', 'Download')}
        </Button>
        <Button type="primary" onClick={onKept}>
          {t('我已保存', 'I have kept them')}
        </Button>
      </div>
    </div>
  )
}
