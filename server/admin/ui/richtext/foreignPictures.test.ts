import { Schema, Slice, type Node } from '@tiptap/pm/model'
import { withoutForeignPictures } from './foreignPictures'

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*' },
    quote: { group: 'block', content: 'block*' },
    image: { group: 'block', attrs: { src: {} } },
    text: {},
  },
})
const words = (text: string) => schema.node('paragraph', null, [schema.text(text)])
const picture = (src: string) => schema.node('image', { src })
const pasted = (...nodes: Node[]) => new Slice(schema.node('doc', null, nodes).content, 0, 0)

describe('a pasted page', () => {
  it('keeps its words and leaves pictures of other sites out, wherever they stand', () => {
    const { slice, leftOut } = withoutForeignPictures(
      pasted(
        words('一'),
        picture('https://other.example/a.png'),
        schema.node('quote', null, [picture('//x.example/b.png'), words('二')]),
        picture('file:///C:/clip.png'),
      ),
    )
    expect(leftOut).toBe(3)
    expect(slice.content.toString()).toBe('<paragraph("一"), quote(paragraph("二"))>')
  })

  it('keeps pictures of our own server, as when a part of the article is moved', () => {
    const own = pasted(picture('/uploads/a.webp'))
    expect(withoutForeignPictures(own)).toEqual({ slice: own, leftOut: 0 })
  })

  it('may consist of foreign pictures alone', () => {
    expect(withoutForeignPictures(new Slice(pasted(picture('https://a.example/b')).content, 0, 0)).slice.size).toBe(0)
  })
})
