import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './ariaAttributes.json'

// The running app numbers attributes in the same order as the templates, so both have to know the same list.
mergeInternalComponents(attributes)
