/** The first administrator of every test's house. */
export const ADMINISTRATOR = { login: 'admin', name: '王主任', password: 'a-long-passphrase' }
