import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAddress } from '../../../src/core/documents/readAddress.ts';

const uri = { scheme: 'file', authority: 'host', path: '/a', query: 'b', fragment: 'c' };

describe('readAddress', () => {
  it('takes what has the parts of a Uri, whatever it is of', () => {
    assert.deepEqual(readAddress({ ...uri, with: () => undefined }), uri);
  });

  for (const part of Object.keys(uri)) {
    it(`takes nothing whose ${part} is no text`, () => {
      assert.equal(readAddress({ ...uri, [part]: 7 }), undefined);
    });
  }

  const texts: [text: string, authority: string, path: string][] = [
    ['taskrouter://env/WS1/WT1.json', 'env', '/WS1/WT1.json'],
    ['taskrouter://env/', 'env', '/'],
    ['taskrouter:///a', '', '/a'],
  ];
  for (const [text, authority, path] of texts) {
    it(`takes ${text} for an address of ours`, () => {
      const scheme = 'taskrouter';
      assert.deepEqual(readAddress(text), { scheme, authority, path, query: '', fragment: '' });
    });
  }

  for (const text of [
    'WT1',
    'taskrouter://env',
    'taskrouter:/env/a',
    'file://env/a',
    'xtaskrouter://env/a',
    'taskrouter://env/a?fetch=1',
    'taskrouter://env/a#L1',
    'taskrouter://a?b/c',
  ]) {
    it(`takes ${text} for none`, () => {
      assert.equal(readAddress(text), undefined);
    });
  }

  it('never throws, and keeps all of what it takes', () => {
    const typed = fc.string({
      unit: fc.constantFrom('taskrouter:', '//', '/', '?', '#', 'a', '\n'),
    });
    fc.assert(
      fc.property(fc.oneof(typed, fc.anything()), (argument) => {
        const address = readAddress(argument);
        if (address === undefined) return;
        if (typeof argument === 'string') {
          assert.equal(`taskrouter://${address.authority}${address.path}`, argument);
        } else assert.deepEqual({ ...(argument as object), ...address }, argument);
      }),
    );
  });
});
