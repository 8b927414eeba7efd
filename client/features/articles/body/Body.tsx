import { View } from '@tarojs/components'
import { roleOf } from '../../../ui/aria'
import { pictureAddress } from '../../../platform/address'
import { Inlines } from './Inlines'
import { isKnown, markersOf, type Block, type BlockOf } from './bodyText'
import { FileCard } from './FileCard'
import { Picture } from './Picture'
import { Table } from './Table'
import { VideoCard } from './VideoCard'
import './Body.scss'

function List({ list }: { list: BlockOf<'list'> }) {
  const markers = markersOf(list)
  return (
    <View className="list">
      {list.items.map(({ depth, content }, index) => (
        <View key={index} className="list__item" style={depth > 0 ? { paddingLeft: `${depth * 20}px` } : undefined}>
          <View className="list__marker">{markers[index]}</View>
          <View className="list__text">
            <Inlines content={content} />
          </View>
        </View>
      ))}
    </View>
  )
}

function BlockView({ block, pictures }: { block: Block; pictures: string[] }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <View className={`paragraph ${block.align ? `paragraph--${block.align}` : ''}`}>
          <Inlines content={block.content} />
        </View>
      )
    case 'heading':
      return (
        <View
          className={`heading heading--${block.level}`}
          {...roleOf({ role: 'heading', level: block.level === 2 ? 2 : 3 })}
        >
          <Inlines content={block.content} />
        </View>
      )
    case 'list':
      return <List list={block} />
    case 'quote':
      return (
        <View className="quote">
          {block.content.map((content, index) => (
            <View key={index}>
              <Inlines content={content} />
            </View>
          ))}
        </View>
      )
    case 'image':
      return <Picture picture={block} all={pictures} />
    case 'table':
      return <Table {...block} />
    case 'file':
      return <FileCard file={block} />
    case 'video':
      return <VideoCard video={block} />
    case 'divider':
      return <View className="divider" />
  }
}

/** The body of an article, block by block as the server laid it out. */
export function Body({ blocks }: { blocks: Block[] }) {
  const pictures = blocks.flatMap((block) =>
    isKnown(block) && block.type === 'image' ? [pictureAddress(block.url)] : [],
  )
  return (
    <View className="body">
      {blocks.map((block, index) =>
        isKnown(block) ? (
          <BlockView key={index} block={block} pictures={pictures} />
        ) : (
          <View key={index} className="unknown">
            此处有当前版本不能显示的内容，请更新后查看
          </View>
        ),
      )}
    </View>
  )
}
