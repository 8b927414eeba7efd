import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { MoveInRun } from '../../../../shared/contract'
import { formatTableTime } from '../../../../shared/domain/time'
import { MOVE_IN_FAULTS } from '../../../../shared/phrases/moveIn'
import { t } from '../../ui/language'
import { ColumnFields, headsText, type Heads } from './ColumnFields'
import { isWorking } from './queries'
import { useRunActs } from './useRunActs'
import { progressWords, sizeWords } from './words'
import styles from './MoveIn.module.css'

type Acts = ReturnType<typeof useRunActs>

function Working({ run }: { run: MoveInRun }) {
  const percent = run.total === null || run.total === 0 ? 0 : Math.min(100, Math.round((run.done / run.total) * 100))
  return (
    <>
      <p role="status">{progressWords(run)}</p>
      <Progress percent={percent} showInfo={run.total !== null} aria-label={t('进度', 'Progress')} />
      <p className={styles.soft}>
        {t('可以离开这个页面，稍后再回来看结果。', 'You may leave this page and come back later.')}
      </p>
    </>
  )
}

function Checked({ run, acts }: { run: MoveInRun; acts: Acts }) {
  const { certain, doubtful, failed, known } = run.counts
  const isEmpty = run.archive === null && certain + doubtful === 0
  return (
    <>
      {run.archive === null ? (
        <p role="status">
          {t(
            `检查完毕，还没有写入：可直接导入 ${certain} 页，存疑 ${doubtful} 页，不能导入 ${failed} 页，以前导入过 ${known} 页。`,
            `Checked, nothing written yet: ${certain} certain, ${doubtful} doubtful, ${failed} cannot be taken, ${known} here already.`,
          )}
        </p>
      ) : (
        <p role="status">
          {t(
            `这是“${run.archive.organisation}”导出的归档：文章 ${run.archive.articles} 篇，图片 ${run.archive.pictures} 张。`,
            `An archive of “${run.archive.organisation}”: ${run.archive.articles} articles, ${run.archive.pictures} pictures.`,
          )}
        </p>
      )}
      {isEmpty && (
        <p className={styles.soft}>
          {t('这个文件里没有可以导入的新内容。', 'There is nothing new in this file to take over.')}
        </p>
      )}
      <div className={styles.actions}>
        {!isEmpty && (
          <Button type="primary" disabled={acts.isBusy} onClick={acts.askTake}>
            {t('导入', 'Take over')}
          </Button>
        )}
        <Button disabled={acts.isBusy} onClick={acts.askDiscard}>
          {t('放弃这个文件', 'Throw the file away')}
        </Button>
      </div>
    </>
  )
}

function Done({ run, acts, doubtful }: { run: MoveInRun; acts: Acts; doubtful: number }) {
  const { imported, draft, failed, known } = run.counts
  return (
    <>
      <p role="status">
        {t(
          `导入完毕：公开 ${imported} 篇，存为草稿 ${draft} 篇，以前导入过 ${known} 篇，不能导入 ${failed} 篇。`,
          `Done: ${imported} taken over, ${draft} drafts, ${known} here already, ${failed} not taken.`,
        )}
      </p>
      <div className={styles.actions}>
        {doubtful > 0 && (
          <Link to="/move-in?view=doubtful">
            {t(`核对存疑的旧网页（${doubtful}）`, `Look at the doubtful pages (${doubtful})`)}
          </Link>
        )}
        <Button disabled={acts.isBusy} onClick={acts.clear}>
          {t('清除这份结果', 'Clear this report')}
        </Button>
      </div>
    </>
  )
}

function Failed({ run, acts }: { run: MoveInRun; acts: Acts }) {
  const [heads, setHeads] = useState<Heads>({})
  const isTable = run.fault === 'columns_unknown'
  return (
    <>
      <Alert type="error" title={t(MOVE_IN_FAULTS[run.fault ?? 'file_broken'])} />
      {isTable && <ColumnFields heads={heads} onChange={setHeads} />}
      <div className={styles.actions}>
        {isTable && (
          <Button type="primary" disabled={acts.isBusy} onClick={() => acts.check(headsText(heads))}>
            {t('重新检查', 'Check again')}
          </Button>
        )}
        <Button disabled={acts.isBusy} onClick={acts.clear}>
          {t('清除', 'Clear')}
        </Button>
      </div>
    </>
  )
}

function Stopped({ run, acts }: { run: MoveInRun; acts: Acts }) {
  return (
    <>
      <Alert
        type="warning"
        title={t(
          `处理中断在第 ${run.done} 页，可能是服务器重新启动过。可以从这里继续，已经完成的不会重复。`,
          `It stopped after ${run.done} pages; the server may have been restarted. It can go on from here, and repeats nothing.`,
        )}
      />
      <div className={styles.actions}>
        <Button type="primary" disabled={acts.isBusy} onClick={acts.resume}>
          {t('继续', 'Go on')}
        </Button>
        <Button disabled={acts.isBusy} onClick={acts.askDiscard}>
          {t('放弃这个文件', 'Throw the file away')}
        </Button>
      </div>
    </>
  )
}

/** The file that is being moved in, and its next step. */
export function RunCard({ run, doubtful }: { run: MoveInRun; doubtful: number }) {
  const acts = useRunActs(run)
  return (
    <section className={styles.card} aria-labelledby="move-in-file">
      <div>
        <h2 id="move-in-file" lang="zh-CN">
          {run.name}
        </h2>
        <p className={styles.soft}>
          {sizeWords(run.bytes)} · {run.startedBy} {t('上传于', 'gave it at')}{' '}
          <time dateTime={run.startedAt}>{formatTableTime(Date.parse(run.startedAt))}</time>
          {run.site !== null && <> · {run.site}</>}
        </p>
      </div>
      {run.isStopped ? (
        <Stopped run={run} acts={acts} />
      ) : isWorking(run) ? (
        <>
          <Working run={run} />
          <div className={styles.actions}>
            <Button disabled={acts.isBusy} onClick={acts.askDiscard}>
              {t('放弃这个文件', 'Throw the file away')}
            </Button>
          </div>
        </>
      ) : run.state === 'checked' ? (
        <Checked run={run} acts={acts} />
      ) : run.state === 'done' ? (
        <Done run={run} acts={acts} doubtful={doubtful} />
      ) : (
        <Failed run={run} acts={acts} />
      )}
    </section>
  )
}
