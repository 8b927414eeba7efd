import { csvCell, csvLine } from './csv'

describe('a cell for a spreadsheet', () => {
  it.each([
    ['plain', '微信拒收', '微信拒收'],
    ['with a comma', '甲,乙', '"甲,乙"'],
    ['with a quote', '说“好"', '"说“好"""'],
    ['over two lines', '甲\n乙', '"甲\n乙"'],
    ['that would be a formula', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['that begins with a plus', '+1', "'+1"],
    ['that begins with a minus', '-1', "'-1"],
    ['that begins with an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['that begins with a tab', '\t=1', "'\t=1"],
    ['a number below zero', -1, '-1'],
    ['nothing', null, ''],
  ])('%s', (_, value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it('stands in a line that ends as spreadsheets expect', () => {
    expect(csvLine(['a', null, 2])).toBe('a,,2\r\n')
  })
})
