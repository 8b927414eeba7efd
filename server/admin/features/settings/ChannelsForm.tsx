import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import type { ChannelSettings } from '../../../../shared/contract'
import { call } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { siteQuery } from '../../api/site'
import { ChannelRow } from './ChannelRow'
import { inputOf, moved, nameProblem, newlyHidden, type ChannelForm } from './channelForm'
import { channelSettingsQuery } from './channelQueries'
import { t } from '../../ui/language'
import { SettingsForm } from '../../ui/SettingsForm'
import styles from './Channels.module.css'

/** What members see of the channels: names, order, and which not at all. */
export function ChannelsForm({ settings, mayChange }: { settings: ChannelSettings; mayChange: boolean }) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [channels, setChannels] = useState(settings.channels)
  const save = useMutation({
    mutationFn: () => call('PUT /api/admin/settings/channels', { body: inputOf(channels) }),
    onSuccess: (kept) => {
      client.setQueryData(channelSettingsQuery.queryKey, kept)
      setChannels(kept.channels)
      void client.invalidateQueries({ queryKey: siteQuery.queryKey })
      message.success(t('栏目已保存', 'The channels are saved'))
    },
  })
  const problemOf = (slug: string) => nameProblem(channels, slug)
  const isWrong = channels.some((node) => [node, ...node.children].some(({ slug }) => problemOf(slug) !== undefined))
  const isSame = JSON.stringify(channels) === JSON.stringify(settings.channels)
  const changeNode = (slug: string, change: (node: ChannelForm) => ChannelForm) =>
    setChannels(channels.map((node) => (node.slug === slug ? change(node) : node)))

  const submit = () => {
    const lost = newlyHidden(settings.channels, channels)
    if (lost.length === 0) return save.mutate()
    modal.confirm({
      title: t(
        `隐藏${lost.map((name) => `“${name}”`).join('、')}？`,
        `Hide ${lost.map((name) => `“${name}”`).join('、')}?`,
      ),
      content: t(
        '会员将立即看不到这些栏目及其中的文章，已发出的通知和收藏也打不开这些文章。文章不会删除，重新显示后恢复原样。',
        'Members no longer see these channels and their articles, not from notices or favourites either. Nothing is deleted; showing them brings all back.',
      ),
      okText: t('隐藏', 'Hide'),
      cancelText: t('取消', 'Cancel'),
      scrollLock: false,
      onOk: () => save.mutateAsync().catch(() => undefined),
    })
  }

  return (
    <SettingsForm
      name={t('栏目设置', 'Channels')}
      className={styles.form}
      mayChange={mayChange}
      problem={save.error === null ? undefined : wordsFor(save.error)}
      saving={save.isPending}
      save={t('保存栏目', 'Save the channels')}
      still={isSame}
      onSave={() => {
        if (!isWrong) submit()
      }}
    >
      <ul className={styles.list} aria-label={t('栏目', 'Channel')}>
        {channels.map((node, at) => (
          <li key={node.slug} className={styles.part}>
            <ChannelRow
              channel={node}
              place={{ at, of: channels.length }}
              problem={problemOf(node.slug)}
              inHidden={false}
              disabled={!mayChange}
              onChange={(part) => changeNode(node.slug, (own) => ({ ...own, ...part }))}
              onMove={(by) => setChannels(moved(channels, at, by))}
            />
            {node.children.length > 0 && (
              <ul className={styles.below} aria-label={t(`“${node.name}”中的栏目`, `Channels in “${node.name}”`)}>
                {node.children.map((child, place) => (
                  <li key={child.slug}>
                    <ChannelRow
                      channel={child}
                      place={{ at: place, of: node.children.length }}
                      problem={problemOf(child.slug)}
                      inHidden={node.hidden}
                      disabled={!mayChange}
                      onChange={(part) =>
                        changeNode(node.slug, (own) => ({
                          ...own,
                          children: own.children.map((entry) =>
                            entry.slug === child.slug ? { ...entry, ...part } : entry,
                          ),
                        }))
                      }
                      onMove={(by) =>
                        changeNode(node.slug, (own) => ({ ...own, children: moved(own.children, place, by) }))
                      }
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </SettingsForm>
  )
}
