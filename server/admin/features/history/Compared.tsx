import { useMemo } from 'react'
import type { ArticleRevisionDetail } from '../../../../shared/contract'
import { compare, type Piece } from './compare'
import { changedFields } from './fields'
import { readable } from './readable'
import { t } from '../../ui/language'
import styles from './History.module.css'

type Mark = 'del' | 'ins'

function Marked({ pieces, mark: Tag }: { pieces: Piece[]; mark: Mark }) {
  return pieces.map((piece, at) =>
    piece.marked ? (
      <Tag key={at} className={styles[Tag]}>
        {piece.text}
      </Tag>
    ) : (
      <span key={at}>{piece.text}</span>
    ),
  )
}

interface SideProps {
  name: string
  title: Piece[]
  body: Piece[]
  mark: Mark
}

function Side({ name, title, body, mark }: SideProps) {
  return (
    <section className={styles.side} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.sheet} tabIndex={0} role="group" aria-label={t(`${name}的内容`, `Content of ${name}`)}>
        <p className={styles.title}>
          <Marked pieces={title} mark={mark} />
        </p>
        <div className={styles.body}>
          <Marked pieces={body} mark={mark} />
        </div>
      </div>
    </section>
  )
}

interface ComparedProps {
  before: ArticleRevisionDetail
  after: ArticleRevisionDetail
  names: { before: string; after: string }
}

/** Two saves side by side, with what was taken out and put in marked, and the fields that changed. */
export function Compared({ before, after, names }: ComparedProps) {
  const title = useMemo(() => compare(before.title, after.title), [before, after])
  const body = useMemo(() => compare(readable(before.bodyHtml), readable(after.bodyHtml)), [before, after])
  const fields = useMemo(() => changedFields(before, after), [before, after])
  const onlyLook = body.same && before.bodyHtml !== after.bodyHtml
  const nothing = title.same && body.same && fields.length === 0 && !onlyLook
  return (
    <>
      <p className={styles.legend} role="status">
        {nothing
          ? t('两个版本的内容相同。', 'Both versions are the same.')
          : t(
              '较早的版本中划线的文字已删去，对照的版本中带下划线的文字为新增。',
              'Struck out in the earlier version: removed. Underlined in the other: added.',
            )}
        {onlyLook &&
          t('正文的文字相同，格式或图片有变化。', 'The words are the same; format or pictures have changed.')}
      </p>
      {fields.length > 0 && (
        <table className={styles.fields}>
          <caption className="visually-hidden">{t('有变化的设置', 'Changed settings')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('设置', 'Settings')}</th>
              <th scope="col">{names.before}</th>
              <th scope="col">{names.after}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.name}</th>
                <td>
                  <del className={styles.del}>{field.before}</del>
                </td>
                <td>
                  <ins className={styles.ins}>{field.after}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.sides}>
        <Side name={names.before} title={title.before} body={body.before} mark="del" />
        <Side name={names.after} title={title.after} body={body.after} mark="ins" />
      </div>
    </>
  )
}
