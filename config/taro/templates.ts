import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './ariaAttributes.json'

type Components = Record<string, Record<string, string>>

interface MiniPlatform {
  template?: { internalComponents: Components; mergeComponents(ctx: IPluginContext, components: Components): void }
  runtimePath: string | string[]
}

/**
 * Events that no page listens to. Taro binds them on every element all the same, and WeChat then sends each touch
 * across to the logic layer for nothing. Events have no number in the running app, so only the templates change.
 */
const UNUSED_EVENT = /^bind(Touch|LongTap|Animation|Transition)/
const THINNED = ['View', 'Text', 'Image', 'ScrollView']

/** A Taro plugin: the mini-program's elements carry what a screen reader needs and bind only what the app uses. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const { template } = platform
      if (!template) return
      template.mergeComponents(ctx, attributes)
      for (const name of THINNED) {
        const component = template.internalComponents[name] ?? {}
        for (const key of Object.keys(component)) if (UNUSED_EVENT.test(key)) delete component[key]
      }
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'templatesRuntime.ts')].flat()
    },
  })
}
