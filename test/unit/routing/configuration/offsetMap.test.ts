import assert from 'node:assert/strict';
import { MappedText } from '../../../../src/core/routing/configuration/offsetMap.ts';

describe('MappedText', () => {
  it('maps what stands before and behind an escape, which may be the last of it', () => {
    const text = String.raw`"a\"b\n"`;
    const mapped = new MappedText();
    mapped.add('a', 1);
    mapped.add('"', 2, 2);
    mapped.add('b', 4);
    mapped.add('\n', 5, 2);
    const map = mapped.map();
    const places = Array.from({ length: mapped.value.length + 1 }, (_, at) => map.toText(at));
    assert.deepEqual(places, [1, 2, 4, 5, text.length - 1]);
    assert.deepEqual(
      places.map((place) => map.toValue(place)),
      [0, 1, 2, 3, 4],
    );
  });
});
