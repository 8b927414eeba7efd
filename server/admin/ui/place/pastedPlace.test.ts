import { isInChina, isSwapped, mapLink, pastedPlace } from './pastedPlace'

test.each([
  ['22.272300,113.574500', '22.272300', '113.574500', null],
  [' 22.2723， 113.5745 ', '22.2723', '113.5745', null],
  ['113.5745,22.2723', '22.2723', '113.5745', 'swapped'],
  ['https://apis.map.qq.com/uri/v1/marker?marker=coord:22.2723,113.5745;title:协会', '22.2723', '113.5745', null],
  ['https://apis.map.qq.com/uri/v1/marker?marker=coord%3A22.2723%2C113.5745', '22.2723', '113.5745', null],
  ['https://uri.amap.com/marker?position=113.5745,22.2723&name=x', '22.2723', '113.5745', null],
  ['https://uri.amap.com/marker?position=113.5745,22.2723&coordinate=wgs84', '22.2723', '113.5745', 'wgs'],
  ['48.8584,2.2945', '48.8584', '2.2945', null],
])('%s is a point', (text, latitude, longitude, remark) => {
  expect(pastedPlace(text)).toEqual({ place: { latitude, longitude }, remark })
})

test('a point of Baidu’s own grid is moved to the one that the others share, some hundred metres away', () => {
  const text = 'https://api.map.baidu.com/marker?location=22.278300,113.581000&title=x&output=html'
  const pasted = pastedPlace(text)
  expect(pasted?.remark).toBe('baidu')
  const [north, east] = [Number(pasted?.place?.latitude), Number(pasted?.place?.longitude)]
  expect(Math.abs(north - 22.2723)).toBeLessThan(0.0006)
  expect(Math.abs(east - 113.5745)).toBeLessThan(0.0006)
  expect(pastedPlace(`${text}&coord_type=gcj02`)?.place).toEqual({ latitude: '22.278300', longitude: '113.581000' })
})

test.each(['https://j.map.baidu.com/a1/B2c', 'https://map.baidu.com/@12643540,2545003,17z', 'https://surl.amap.com/x'])(
  '%s names no point, and that is said',
  (text) => {
    expect(pastedPlace(text)).toEqual({ place: null, remark: 'no_point' })
  },
)

test.each(['', '22.2723', '香洲区人民东路 112 号', '1,2', '99.5,199.5'])('%j is something else', (text) => {
  expect(pastedPlace(text)).toBeNull()
})

test('what is outside China and what is the wrong way round is seen', () => {
  expect([isInChina(22.27, 113.57), isInChina(45.8, 126.5), isInChina(48.86, 2.29)]).toEqual([true, true, false])
  expect([isSwapped(113.57, 22.27), isSwapped(22.27, 113.57), isSwapped(48.86, 2.29)]).toEqual([true, false, false])
})

test('the link to check it carries the point and the name, whatever stands in the name', () => {
  const link = new URL(mapLink(22.2723, 113.5745, '协会;三楼'))
  expect(link.searchParams.get('marker')).toBe('coord:22.2723,113.5745;title:协会 三楼;addr:')
})
