import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDate, readTimestamp, type Timestamp } from '../../../src/core/resources/timestamp.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

describe('readTimestamp', () => {
  const date = '2026-03-02T09:00:00Z';
  const at = Date.parse(date);
  const ofDate: Timestamp = { at, precision: 's' };

  const cases: [what: string, ms: unknown, date: unknown, moment: Timestamp | undefined][] = [
    [
      'a number of milliseconds',
      1_772_442_000_123,
      date,
      { at: 1_772_442_000_123, precision: 'ms' },
    ],
    ['the digits of one', '1772442000123', date, { at: 1_772_442_000_123, precision: 'ms' }],
    ['whole milliseconds of a fraction', 1.9, date, { at: 1, precision: 'ms' }],
    ['the latest that there can be', 8.64e15, date, { at: 8.64e15, precision: 'ms' }],
    ['the date, where the number is beyond the latest', 8.64e15 + 1, date, ofDate],
    ['the date, where the number is 0', 0, date, ofDate],
    ['the date, where the number is below 0', -5, date, ofDate],
    ['the date, where there is no number', null, date, ofDate],
    ['the date, where the digits are none', 'soon', date, ofDate],
    ['the date, where the digits are spaces', ' ', date, ofDate],
    ['the date, where the digits are missing', '', date, ofDate],
    ['the date, where a list stands for the number', [1_772_442_000_123], date, ofDate],
    ['the date, where a truth stands for the number', true, date, ofDate],
    [
      'a date with its milliseconds',
      undefined,
      '2026-03-02T09:00:00.250Z',
      { at: at + 250, precision: 'ms' },
    ],
    [
      'tenths of a second as less than milliseconds',
      undefined,
      '2026-03-02T09:00:00.2Z',
      { at: at + 200, precision: 's' },
    ],
    ['a date with an offset', undefined, '2026-03-02T10:00:00+01:00', ofDate],
    ['nothing from neither', undefined, undefined, undefined],
    ['nothing from a number for a date', undefined, at, undefined],
    ['nothing from a list of a date', undefined, [date], undefined],
    ['nothing from a date after other words', undefined, `on ${date}`, undefined],
    ['nothing from a date without its time', undefined, '2026-03-02', undefined],
    ['nothing from a date that is none', undefined, '2026-13-40T09:00:00Z', undefined],
  ];
  for (const [what, ms, written, moment] of cases) {
    it(`reads ${what}`, () => {
      assert.deepEqual(readTimestamp(ms, written), moment);
    });
  }
});

const AT = Date.UTC(2026, 2, 2, 9);

describe('readDate', () => {
  const dates: [text: string, at: number][] = [
    ['2026-03-02T09:00:00Z', AT],
    ['2026-03-02T09:00:00.25Z', AT + 250],
    ['2026-03-02T09:00:00.123456Z', AT + 123],
    ['2026-03-02T09:00:00+00:00', AT],
    ['2026-03-02T10:30:00+01:30', AT],
    ['2026-03-02T01:00:00-0800', AT],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['1970-01-01T00:00:00Z', 0],
    ['Mon, 02 Mar 2026 09:00:00 +0000', AT],
    ['Mon, 02 Mar 2026 09:00:00 GMT', AT],
    ['2 Mar 2026 04:00:00 -0500', AT],
    ['Thu, 31 Dec 2026 23:59:59 +0000', Date.UTC(2026, 11, 31, 23, 59, 59)],
  ];
  for (const [text, at] of dates) {
    it(`reads ${text}`, () => {
      assert.equal(readDate(text), at);
    });
  }

  const others = [
    ...['', ' ', 'now', '7', '0', '1772442000', '1772442000000', '2026', '2026-03', 'ticket 7'],
    ...['May', 'in May 2026', 'v1.2', 'Room 12', '12/31/2026', '2026/03/02 09:00', '9:00'],
    ...['2026-03-02', '2026-03-02 09:00:00Z', '2026-03-02T09:00Z', '2026-03-02T09Z'],
    // Without a time zone.
    ...['2026-03-02T09:00:00', 'Mon, 02 Mar 2026 09:00:00'],
    ...['2026-02-30T09:00:00Z', '2025-02-29T09:00:00Z', '2026-04-31T09:00:00Z'],
    ...['2026-00-02T09:00:00Z', '2026-13-02T09:00:00Z', '2026-03-00T09:00:00Z'],
    ...['2026-03-02T25:00:00Z', '2026-03-02T09:60:00Z', '2026-03-02T09:00:60Z'],
    ...['2026-03-02T09:00:00+25:00', '2026-03-02T09:00:00+01:60', '2026-03-02T09:00:00.Z'],
    ...[' 2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z\n', 'on 2026-03-02T09:00:00Z'],
    ...['+002026-03-02T09:00:00Z', '20260302T090000Z', '2026-W10-1T09:00:00Z'],
    ...['Mon, 31 Feb 2026 09:00:00 +0000', 'Mon, 00 Mar 2026 09:00:00 GMT'],
    ...['Mon, 02 Mar 2026 09:00:60 GMT', 'Mon, 02 Mar 2026 25:00:00 GMT'],
    ...['Mon, 02 Mar 2026 09:00:00 PST', 'Mon, 02 Mar 2026 09:00:00 +9900'],
    ...['Monday, 02-Mar-26 09:00:00 GMT', 'Mon Mar  2 09:00:00 2026', 'Mon, 02 mar 2026 09:00 GMT'],
  ];
  for (const text of others) {
    it(`rejects ${JSON.stringify(text)}`, () => {
      assert.equal(readDate(text), undefined);
    });
  }

  it('reads any time in both formats, to the second', () => {
    const moments = fc.date({
      min: new Date(0),
      max: new Date(Date.UTC(9999, 11, 31)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        assert.equal(readDate(moment.toISOString()), moment.getTime());
        const second = Math.floor(moment.getTime() / 1000) * 1000;
        assert.equal(readDate(moment.toUTCString()), second);
        assert.equal(readDate(moment.toUTCString().replace('GMT', '+0000')), second);
      }),
    );
  });

  it('rejects any other text and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.ok(readDate(text) === undefined || /^\d.*T|\d{4} \d\d:/.test(text));
      }),
    );
  });
});
