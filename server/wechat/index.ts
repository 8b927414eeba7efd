import { createWechatApi, type WechatOptions } from './api'
import { createLoginProvider } from './login'
import { createMiniProgramCodes } from './miniProgramCode'
import { createTemplateList } from './templateList'
import { createMessenger, type MiniProgramState } from './messenger'

/** Everything the house needs of WeChat's server API, over one set of connections and one token. */
export function createWechat(options: WechatOptions & { miniProgramState?: MiniProgramState }) {
  const api = createWechatApi(options)
  return {
    messenger: createMessenger(api, options.miniProgramState),
    login: createLoginProvider(api, options.logger),
    codes: createMiniProgramCodes(api, options.logger),
    templates: createTemplateList(api, options.logger),
    close: () => api.close(),
  }
}

export { createCallbackCodec, type CallbackSecrets } from './callback'
export type { WechatOptions } from './api'
export type { TokenStore } from './ports'
