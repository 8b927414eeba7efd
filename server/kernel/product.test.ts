import { version } from '../../package.json'
import { PRODUCT_VERSION } from './product'

test('the version that backups carry is that of the package', () => {
  expect(PRODUCT_VERSION).toBe(version)
})
