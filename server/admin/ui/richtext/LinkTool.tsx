import type { Editor } from '@tiptap/react'
import { Button, Input, Popover } from 'antd'
import { useState, type FormEvent } from 'react'
import { Link } from '../icons'
import { normaliseHref } from './href'
import { t } from '../language'
import styles from './Toolbar.module.css'

/** Sets, changes or removes the link of the selection; without a selection the address itself becomes the text. */
export function LinkTool({ editor, href }: { editor: Editor; href: string | null }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)

  const show = (next: boolean) => {
    setOpen(next)
    setTyped(href ?? '')
    setWrong(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const address = normaliseHref(typed)
    setWrong(address === null)
    if (address === null) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && href === null) {
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href: address } }] })
    } else chain.setLink({ href: address })
    chain.run()
    setOpen(false)
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    setOpen(false)
  }

  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={open}
      onOpenChange={show}
      destroyOnHidden
      content={
        <form
          className={styles.link}
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            setOpen(false)
            editor.commands.focus()
          }}
        >
          <Input
            autoFocus
            aria-label={t('链接地址', 'Address of the link')}
            placeholder={t('网址、电话或邮箱', 'Web address, telephone or e-mail')}
            status={wrong ? 'error' : ''}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {wrong && (
            <p role="alert" className={styles.wrong}>
              {t(
                '请填写网址（http 或 https）、电话号码或邮箱。',
                'A web address (http or https), a telephone number or an e-mail address.',
              )}
            </p>
          )}
          <div className={styles.linkButtons}>
            {href !== null && (
              <Button type="text" onClick={remove}>
                {t('取消链接', 'Remove the link')}
              </Button>
            )}
            <Button type="primary" htmlType="submit">
              {t('确定链接', 'Set the link')}
            </Button>
          </div>
        </form>
      }
    >
      <button
        type="button"
        className={styles.tool}
        aria-label={t('链接', 'Link')}
        title={t('链接', 'Link')}
        aria-pressed={href !== null}
      >
        <Link />
      </button>
    </Popover>
  )
}
