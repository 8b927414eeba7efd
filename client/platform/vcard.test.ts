import { vcardOf } from './vcard'

it('an office as a card holds every number and the address', () => {
  const card = vcardOf({
    organisation: '珠海市社会工作协会',
    phones: [
      { label: '办公室', number: '0756-2212827' },
      { label: '会员服务', number: '0756-1234567' },
    ],
    address: '香洲区人民东路112号, 2号楼103',
    postalCode: '519000',
  })
  expect(card.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:珠海市社会工作协会;;;;',
    'FN:珠海市社会工作协会',
    'ORG:珠海市社会工作协会',
    'TEL;TYPE=WORK,VOICE:0756-2212827',
    'TEL;TYPE=WORK,VOICE:0756-1234567',
    'ADR;TYPE=WORK:;;香洲区人民东路112号\\, 2号楼103;;;519000;中国',
    'END:VCARD',
    '',
  ])
})
