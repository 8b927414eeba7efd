import { coordinatesIn } from './coordinates'

test.each([
  ['22.272300,113.574500', '22.272300', '113.574500'],
  [' 22.2723， 113.5745 ', '22.2723', '113.5745'],
  ['113.5745,22.2723', '22.2723', '113.5745'],
  ['https://apis.map.qq.com/uri/v1/marker?marker=coord:22.2723,113.5745;title:协会', '22.2723', '113.5745'],
  ['https://apis.map.qq.com/uri/v1/marker?marker=coord%3A22.2723%2C113.5745', '22.2723', '113.5745'],
  ['https://uri.amap.com/marker?position=113.5745,22.2723&name=x', '22.2723', '113.5745'],
])('%s is a point', (text, latitude, longitude) => {
  expect(coordinatesIn(text)).toEqual({ latitude, longitude })
})

test.each(['', '22.2723', '香洲区人民东路 112 号', '1,2', '99.5,199.5'])('%j is none', (text) => {
  expect(coordinatesIn(text)).toBeNull()
})
