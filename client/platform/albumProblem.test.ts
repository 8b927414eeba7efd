import { albumProblem } from './albumProblem'

describe('a picture that was not saved to the album', () => {
  it.each([
    [{ errMsg: 'saveImageToPhotosAlbum:fail auth deny' }, 'refused'],
    [{ errMsg: 'saveImageToPhotosAlbum:fail:auth denied' }, 'refused'],
    [{ errMsg: 'saveImageToPhotosAlbum:fail authorize no response' }, 'refused'],
    [{ errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized', errno: 104 }, 'refused'],
    [
      { errMsg: 'saveImageToPhotosAlbum:fail api scope is not declared in the privacy agreement', errno: 112 },
      'undeclared',
    ],
    [{ errMsg: 'saveImageToPhotosAlbum:fail cancel' }, 'turned away'],
    [{ errMsg: 'downloadFile:fail timeout' }, 'failed'],
    [new Error('download answered 404'), 'failed'],
    [undefined, 'failed'],
  ])('%p is %s', (thrown, problem) => expect(albumProblem(thrown)).toBe(problem))
})
