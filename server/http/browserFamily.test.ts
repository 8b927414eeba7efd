import { browserFamily } from './browserFamily'

const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

it.each([
  [`${WINDOWS} Edg/142.0.0.0`, 'Edge · Windows'],
  [WINDOWS, 'Chrome · Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari · iOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['<script>alert(1)</script>', ''],
  ['', ''],
])('of %s says %s', (userAgent, family) => expect(browserFamily(userAgent)).toBe(family))
