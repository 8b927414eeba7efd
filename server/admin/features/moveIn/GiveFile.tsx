import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { giveMoveIn } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { classes } from '../../ui/classes'
import { Field } from '../../ui/Field'
import { Plus } from '../../ui/icons'
import { t } from '../../ui/language'
import { errorWords } from '../../ui/words'
import { moveInQuery } from './queries'
import { LARGEST_UPLOAD, sizeWords } from './words'
import styles from './MoveIn.module.css'

const ACCEPTED = '.zip,.html,.htm,.asp,.aspx,.php,.jsp,.txt,.xml,.wxr,.rss,.atom,.csv,.xlsx'

const isSite = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

/** Where a file of the old site is given. */
export function GiveFile({ title }: { title: string }) {
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [site, setSite] = useState('')
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const address = site.trim()
  const isWrong = address !== '' && !isSite(address)
  const give = useMutation({
    mutationFn: (file: File) => giveMoveIn(file, address === '' ? {} : { site: address }),
    onMutate: () => setProblem(null),
    onSuccess: (run) => client.setQueryData(moveInQuery.queryKey, (held) => ({ doubtful: held?.doubtful ?? 0, run })),
    onError: (error) => setProblem(wordsFor(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['move-in'] }),
  })
  const take = (file: File | undefined) => {
    if (file === undefined || give.isPending || isWrong) return
    if (file.size > LARGEST_UPLOAD) {
      setProblem(
        `${errorWords('media_too_large')} ${t(
          `“${file.name}”有 ${sizeWords(file.size)}，请分成几个文件，或请技术人员用命令行导入。`,
          `“${file.name}” has ${sizeWords(file.size)}: split it, or use the command line.`,
        )}`,
      )
    } else give.mutate(file)
  }
  return (
    <section
      className={classes(styles.card, over && styles.over)}
      aria-labelledby="move-in-give"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      <h2 id="move-in-give">{title}</h2>
      <p className={styles.soft}>
        {t(
          '可以是保存下来的网页（单个 html、txt，或打成 zip）、WordPress 导出文件、RSS 或 Atom、CSV 或 XLSX 表格，也可以是本系统导出的归档。不超过 20 MB，可拖到这里。上传后先检查，不会立即写入。',
          'Saved pages (one file, or many in a zip), a WordPress export, RSS or Atom, a CSV or XLSX table, or an archive of this product; at most 20 MB. Drop it here or choose it. It is checked first; nothing is written yet.',
        )}
      </p>
      <div className={styles.narrow}>
        <Field
          label={t('这些网页在旧网站上的地址', 'Where these pages stood')}
          optional
          hint={t(
            '例如 http://旧网址/news/ 。填了以后，旧链接会自动转到新文章。',
            'Such as http://old.example/news/ : old links then lead to the new articles.',
          )}
          error={
            isWrong
              ? t('请填写以 http:// 或 https:// 开头的网址。', 'An address that begins with http:// or https://.')
              : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              inputMode="url"
              maxLength={800}
              placeholder="http://"
              value={site}
              onChange={(event) => setSite(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('选择旧网站的文件', 'Choose a file of the old site')}
          accept={ACCEPTED}
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button
          type="primary"
          icon={<Plus />}
          loading={give.isPending}
          disabled={isWrong}
          onClick={() => chooser.current?.click()}
        >
          {t('选择文件', 'Choose a file')}
        </Button>
        {give.isPending && (
          <span role="status">{t('正在上传，请不要关闭页面…', 'Uploading; keep this page open…')}</span>
        )}
      </div>
      {problem !== null && (
        <p role="alert" className={styles.bad}>
          {problem}
        </p>
      )}
    </section>
  )
}
