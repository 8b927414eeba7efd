import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './ariaAttributes.json'

interface MiniPlatform {
  template?: { mergeComponents(ctx: IPluginContext, components: Record<string, Record<string, string>>): void }
  runtimePath: string | string[]
}

/** A Taro plugin: lets the mini-program's components carry what a screen reader needs. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'ariaRuntime.ts')].flat()
    },
  })
}
