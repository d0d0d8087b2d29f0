import assert from 'node:assert/strict';
import { findSidLinks } from '../../../src/core/links/sidLinks.ts';
import { fetchArgumentAt } from '../../../src/core/references/findReference.ts';
import { findResource } from '../../../src/core/references/namedResource.ts';
import { matchInContext, findSidsInContext } from '../../../src/core/sids/context/sidsInContext.ts';
import { scanSids, candidateAt } from '../../../src/core/sids/scan/scanSids.ts';
import { CountedText } from '../../support/sids/countedText.ts';
import { hostileTexts } from '../../support/sids/hostileTexts.ts';

const LENGTH = 14_000;
/** More than a hover may read. */
const HOVER_LENGTH = 7_000;

/** The maximum number of characters read for each character of a text. */
const MAX_READ_BY_SCAN = 5;
const MAX_READ_BY_INSPECT = 24;
const MAX_READ_BY_LINKS = 450;
const MAX_READ_BY_HOVER = 1_500;
/** For both functions that determine what a hover can open. */
const MAX_READ_BY_ACTION = 4_000;

const HEX = '0123456789abcdef0123456789abcdef';

function readBy(find: (text: string) => Iterable<unknown>, text: string): number {
  const counted = new CountedText(text);
  Array.from(find(counted.asString));
  return counted.takeCount();
}

describe('The work of finding SIDs', () => {
  for (const [find, most, length, mostGrowth] of [
    [scanSids, MAX_READ_BY_SCAN, LENGTH, 2.1],
    [findSidsInContext, MAX_READ_BY_INSPECT, LENGTH, 2.1],
    // It reads so much that a shorter text must do. Near its ends, which are more of it, there is less to read.
    [findSidLinks, MAX_READ_BY_LINKS, LENGTH / 2, 2.2],
  ] as const) {
    describe(`of ${find.name} grows with the length of a text`, () => {
      const twice = hostileTexts(2 * length);
      for (const [name, text] of hostileTexts(length)) {
        it(`of ${name}`, () => {
          const once = readBy(find, text);
          assert.ok(once <= most * text.length, `${String(once / text.length)} reads a character`);
          const growth = readBy(find, twice.get(name) ?? '') / once;
          assert.ok(growth < mostGrowth, `${String(growth)} times the work for twice the text`);
        });
      }
    });
  }

  describe('of a hover stays near its position', () => {
    for (const [name, text] of hostileTexts(HOVER_LENGTH)) {
      it(`in ${name}`, () => {
        const counted = new CountedText(text);
        for (let offset = 0; offset <= text.length; offset += offset < 2_100 ? 7 : 97) {
          const run = candidateAt(counted.asString, offset);
          if (run !== undefined) matchInContext(counted.asString, run);
          const read = counted.takeCount();
          assert.ok(read <= MAX_READ_BY_HOVER, `${String(read)} at ${String(offset)}`);
        }
      });
    }
  });

  describe('of the actions in a hover stays near its position', () => {
    for (const [name, text] of hostileTexts(HOVER_LENGTH)) {
      it(`in ${name}`, () => {
        const counted = new CountedText(text);
        for (let offset = 0; offset <= text.length; offset += 193) {
          fetchArgumentAt(counted.asString, offset);
          assert.ok(counted.takeCount() <= MAX_READ_BY_ACTION);
          findResource(counted.asString, offset, `WQ${HEX}`);
          assert.ok(counted.takeCount() <= MAX_READ_BY_ACTION);
        }
      });
    }
  });

  it('finds every SID in 20 MB', () => {
    const sid = `WT${HEX}`;
    const line =
      '2026-03-02T09:00:00.123Z INFO [cache] session of user 4711 was read again after 17 ms\n';
    const block = `${line.repeat(99)}task ${sid} waits\n`;
    const blocks = Math.ceil(20_000_000 / block.length);
    let count = 0;
    let end = 0;
    for (const { text, offset } of scanSids(block.repeat(blocks))) {
      count++;
      end = offset + text.length;
    }
    assert.equal(count, blocks);
    assert.equal(end, blocks * block.length - ' waits\n'.length);
  });
});
