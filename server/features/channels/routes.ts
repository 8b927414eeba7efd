import type { ChannelNode } from '../../../shared/contract'
import type { AnswerCache } from '../../http/answerCache'
import { routes } from '../../http/route'
import { changeChannels, showChannelSettings, type ChannelSettingsDeps } from './settings'

export interface ChannelRouteDeps extends ChannelSettingsDeps {
  channels: { tree(): Promise<ChannelNode[]> }
  answers: AnswerCache
}

export const channelRoutes = ({ channels, answers, ...settings }: ChannelRouteDeps) =>
  routes({
    'GET /api/channels': () =>
      answers.get('channels', async () => {
        const tree = await channels.tree()
        return { topics: [], articles: [], render: () => ({ channels: tree }) }
      }),
    'GET /api/admin/settings/channels': () => showChannelSettings(settings),
    'PUT /api/admin/settings/channels': ({ body }, context) => changeChannels(settings, body, context),
  })
