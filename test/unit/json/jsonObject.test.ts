import assert from 'node:assert/strict';
import { asRecord, isJsonObject, pickFields } from '../../../src/core/json/jsonObject.ts';

const none: [what: string, value: unknown][] = [
  ['null', null],
  ['nothing', undefined],
  ['an array', [1]],
  ['an empty array', []],
  ['a string', 'text'],
  ['a number', 1],
  ['a truth', true],
  // Functions can have fields, but are not JSON.
  ['a function', () => 1],
];

describe('isJsonObject', () => {
  const objects: [what: string, value: object][] = [
    ['an object', { sid: 'WT1' }],
    ['an empty object', {}],
    ['an object that has a length', { length: 0 }],
    ['an object without a prototype', Object.create(null) as object],
  ];
  for (const [what, value] of objects) {
    it(`takes ${what}`, () => {
      assert.equal(isJsonObject(value), true);
    });
  }

  for (const [what, value] of none) {
    it(`does not take ${what}`, () => {
      assert.equal(isJsonObject(value), false);
    });
  }
});

describe('asRecord', () => {
  it('returns an object itself', () => {
    const value = { sid: 'WT1', nothing: null };
    assert.equal(asRecord(value), value);
  });

  for (const [what, value] of none) {
    it(`gives no field of ${what}`, () => {
      assert.deepEqual(asRecord(value), {});
    });
  }
});

describe('pickFields', () => {
  it('reads each named field once, and no other', () => {
    const read: string[] = [];
    const value = new Proxy(
      { sid: 'WT1', profile: 'dev', secret: 'x' },
      {
        get: (target, name) => {
          read.push(String(name));
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    const fields = pickFields(value, 'sid', 'profile', 'absent');
    assert.deepEqual(fields, { sid: 'WT1', profile: 'dev', absent: undefined });
    assert.deepEqual(read, ['sid', 'profile', 'absent']);
  });

  for (const [what, value] of none) {
    it(`takes nothing from ${what}`, () => {
      assert.equal(pickFields(value, 'sid').sid, undefined);
    });
  }

  it('returns no fields of an object with a getter that throws', () => {
    const value = {
      sid: 'WT1',
      get profile(): string {
        throw new Error('not for you');
      },
    };
    assert.deepEqual(pickFields(value, 'sid', 'profile'), {});
  });
});
