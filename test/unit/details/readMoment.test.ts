import assert from 'node:assert/strict';
import type { Moment } from '../../../src/core/details/moment.ts';
import { readMoment } from '../../../src/core/details/readMoment.ts';

describe('readMoment', () => {
  const date = '2026-03-02T09:00:00Z';
  const at = Date.parse(date);
  const ofDate: Moment = { at, precision: 's' };

  const cases: [what: string, ms: unknown, date: unknown, moment: Moment | undefined][] = [
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
      assert.deepEqual(readMoment(ms, written), moment);
    });
  }
});
