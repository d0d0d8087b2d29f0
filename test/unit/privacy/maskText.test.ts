import assert from 'node:assert/strict';
import { maskText } from '../../../src/core/privacy/maskText.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';

/** Personal data by kind; each text is masked as a whole. */
const masked: Readonly<Record<string, readonly string[]>> = {
  'phone numbers with the signs of a keyboard': [
    '+15005550006',
    '+1 500 555 0006',
    '+ 1 500 555 0006',
    '(500) 555-0006',
    '500-555-0006',
    // The fewest digits of a full number.
    '555-0006',
    '500.555.0006',
    '555.0006.77',
    '500/555/0006',
    '500_555_0006',
    '500~555~0006',
    '5005550006 5005550007',
    '2026-11-23 5005550006',
    '5005550006',
    '20261123',
    '2026.500.5550006',
    '203.0.113.207',
    '192.168.100.200',
  ],
  'phone numbers with any dash, point and space': [
    '500‐555‐0006',
    '500‑555‑0006',
    '500‒555–0006',
    '500—555―0006',
    '500−555−0006',
    '500﹣555－0006',
    '050ー5555ー0006',
    '500～555〜0006',
    '500•555·0006',
    '500・555・0006',
    '500⁄555∕0006',
    '500\u00a0555\u00a00006',
    '500\u2009555\u202f0006',
    '５００　５５５　０００６',
    '500\n555\n0006',
    '500\u2028555\u20290006',
  ],
  'phone numbers in digits of any script': [
    '０５０－５５５５－０００６',
    '（０５０）５５５５０００６',
    '＋８１５０５５５５０００６',
    '٠٥٠٠٥٥٥٠٠٠٦',
    '۰۵۰۰۵۵۵۰۰۰۶',
    '५००-५५५-०००६',
    '৫০০ ৫৫৫ ০০০৬',
    '๕๐๐๕๕๕๐๐๐๖',
    '𝟓𝟎𝟎𝟓𝟓𝟓𝟎𝟎𝟎𝟔',
    '𝟻𝟶𝟶-𝟻𝟻𝟻-𝟶𝟶𝟶𝟼',
    '⑤⓪⓪⑤⑤⑤⓪⓪⓪⑥',
    '⁵⁰⁰⁵⁵⁵⁰⁰⁰⁶',
    '5٠0५55๐006',
  ],
  'phone numbers with what is not seen between their digits': [
    '500\u200b555\u200b0006',
    '5\u200d0\u200d0\u200d5\u200d5\u200d5\u200d0006',
    '500\u2060555\ufeff0006',
    '500\u00ad555\u00ad0006',
    '500\u034f555\u180e0006',
    '500\u3164555\u115f0006',
    '500\u2800555\u28000006',
    '\u202a500\u202c555\u202e0006'.slice(1),
    '500\u0000555\u001f0006',
    '5\u03320\u03320\u03325550006',
  ],
  'phone numbers that are encoded': [
    '%2B15005550006',
    '%252B15005550006',
    '+1+500+555+0006',
    '%2B1%20500%20555%200006',
    '%28500%29%20555-0006',
    '%2B1%2520500%2D555%2D0006',
    '%35%30%30%35%35%35%30%30%30%36',
    '500%E2%80%91555%E2%80%910006',
    '\\u002b15005550006',
    '&#43;15005550006',
    '&#x35;00&#x35;550006',
  ],
  'e-mail addresses': [
    'zoe.mueller+x@example.co.uk',
    'zoe_m%x@mail.example',
    "zoe.o'brien@example.com",
    'Zoë@müller.example',
    'zo\u0065\u0308@example.com',
    'зоя@пример.испытание',
    'ゾエ@例え.テスト',
    'zoe@example.xn--p1ai',
    'zoe@163.com',
    'zoe@2x.example',
    'zoe@1.2.3-x.example',
    'zoe@[10.0.0.1]',
    'zoe@[IPv6:2001:db8::1]',
  ],
  'e-mail addresses in other clothes': [
    'zoe%40example.com',
    'zoe%2540example%252Ecom',
    'M%C3%BCller%40example.com',
    'ｚｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    'zoe＠example.com',
    'zoe﹫example。com',
    'zoe@\u200bexample.com',
    'z\u00adoe@exam\u2060ple.com',
    '"zoe mueller"@example.com',
    '"zoe@home"@example.com',
    '%22zoe%20mueller%22%40example.com',
    'zoe\\u0040example.com',
    'zoe&#64;example.com',
  ],
};

/** Similar texts that are not personal data; each stays unchanged. */
const kept: Readonly<Record<string, readonly string[]>> = {
  'SIDs and other identifiers': [
    'WT01234567890123456789012345678901',
    'AC12345678901234567890123456789012',
    'Tasks/WT0123456789abcdef0123456789abcdef/Reservations',
    'WS0123456789abcdef0123456789abcdef%2FTasks%2FWT00000000000000000000000000000001',
    'RQ01234567890123456789012345678901',
    '550e8400-e29b-41d4-a716-446655440000',
    '12345678-1234-1234-1234-123456789012',
    'd41d8cd98f00b204e9800998ecf8427e',
    '1234567890abcdef1234567890abcdef',
    '12345678901234567890123456789012345678ab',
  ],
  'dates and times': [
    '2026-11-23',
    '2026-11-23T15:00:02Z',
    '2026-11-23T15:00:02.123456Z',
    '2026-11-23T15:00:02.123-08:00',
    '2026-11-23T15:00:02+00:00',
    '2026-11-23 15:00',
    '2026-11-23 15:00:02',
    '2026‑11‑23',
    '２０２６－１１－２３',
    '2026/11/23',
    '2026_11_23',
    '23.11.2026',
    '23. 11. 2026 15:00',
    '11/23/2026',
    '23/11/2026',
    '2026-11-23 - 2026-11-30',
    '2026-11-23T15:00:00Z/2026-11-30T15:00:00Z',
    '15:00:02 2026-11-23',
    '20261123T150002Z',
    '20261123150002',
    '2026%2D11%2D23',
  ],
  'durations and sizes': [
    '20 min 14 s',
    '00:12:34.567',
    'PT20M14S',
    '3600',
    '86400000 ms',
    '3600000ms',
    '3 600 000 ms',
    '604800000000 µs',
    '1209600 s',
    '10485760 bytes',
    '1234567 KB',
  ],
  versions: [
    'v1',
    '1.2.3',
    '5.10.1-rc.20',
    'v139.1.6045.105',
    'Chrome/139.1.7258.66',
    'version 120.4.6099.225',
    '10.0.19045.3570',
    '139.0.7258.66',
    '1.5.0-20231115',
    'twilio@5.10.1',
    'next@15.0.0-canary.abc',
  ],
  'prices and shares': [
    '$1,234,567.89',
    '€ 1.234.567',
    '1.234.567,89 €',
    'EUR 12.345.678',
    '1 234 567,00',
    '¥1234567',
    '12345678 JPY',
    '0.98765432',
  ],
  'what else has a few digits, or an @': [
    '12 34',
    '404, 20404',
    'priority 5 of 10',
    '5 + 5 = 10',
    'a@b',
    'user@host',
    '@scope/package',
    'icon@2x.png',
    'SIP: the protocol',
    '100% of 50% of 25%',
  ],
};

describe('maskText', () => {
  for (const [family, members] of Object.entries(masked)) {
    describe(`masks ${family}`, () => {
      for (const text of members) {
        it(JSON.stringify(text), () => {
          assert.equal(maskText(text), '•••');
          assert.equal(maskText(`<${text}>`), '<•••>');
          assert.equal(maskText(`To ${text}, at once`), 'To •••, at once');
        });
      }
    });
  }

  for (const [family, members] of Object.entries(kept)) {
    describe(`leaves ${family}`, () => {
      for (const text of members) {
        it(JSON.stringify(text), () => {
          assert.equal(maskText(text), text);
          assert.equal(maskText(`(${text})`), `(${text})`);
          assert.equal(maskText(`It is ${text}, at last`), `It is ${text}, at last`);
        });
      }
    });
  }

  const parts: [text: string, masked: string][] = [
    ['whatsapp:+15005550006', 'whatsapp:•••'],
    ['tel5005550006', 'tel•••'],
    ['Phone15005550006', 'Phone•••'],
    ['ring\u200b5005550006', 'ring\u200b•••'],
    ['電話5005550006', '電話•••'],
    ["from=='%2B15005550006'", "from=='•••'"],
    ['from%3D%27%2B15005550006%27', 'from%3D%27•••%27'],
    ['email=zoe%40example.com&age=3', 'email=•••&age=3'],
    ['+15005550006x12 or 5005550006ext12', '•••x12 or •••ext12'],
    ["'zoe@example.com'", "'•••'"],
    ['sip:zoe@acme', 'sip:•••'],
    ['SIPS:zoe@10.0.0.1:5061;transport=tls', 'SIPS:•••;transport=tls'],
    ['<sip:zoe@acme.sip.twilio.com>', '<sip:•••>'],
    ['sip%3Azoe%40acme', 'sip%3A•••'],
    ['sip:zoe', 'sip:•••'],
    ['sip:+15005550006@acme', 'sip:•••'],
    ['mailto:zoe@localhost', 'mailto:•••'],
    ['2026-11-23T15:00:02Z 5005550006', '2026-11-23T15:00:02Z •••'],
    ['call 5005550006 ms Jones', 'call ••• ms Jones'],
    ['call 5005550006 B. Jones, or us', 'call ••• B. Jones, or us'],
    ['code: 500.555.0006', 'code: •••'],
    ['version 500.555.0006', 'version •••'],
    ['86400000 ms, then +15005550006', '86400000 ms, then •••'],
  ];
  for (const [text, expected] of parts) {
    it(`makes ${expected} of ${JSON.stringify(text)}`, () => {
      assert.equal(maskText(text), expected);
    });
  }

  it('masks numbers split by invisible characters in a line', () => {
    assert.equal(presenter(true).line('ring\u200b500\u200b555\u200b0006'), 'ring•••');
    assert.equal(presenter(false).line('ring\u200b500\u200b555\u200b0006'), 'ring5005550006');
  });

  it('takes linear time for long runs', () => {
    for (const run of [
      'a',
      '1',
      '1 ',
      '(1',
      '.',
      'a.',
      '@',
      'é',
      '１',
      '%31',
      'sip:',
      'attributes=',
      '\\',
      '%25',
    ]) {
      const text = run.repeat(50_000);
      maskText(text);
      maskText(`${text}@`);
    }
    assert.equal(maskText(`"attributes": ${'x'.repeat(400_000)}`), '"attributes": •••');
    assert.equal(maskText(`${'1'.repeat(400_000)} x`), '••• x');
  });

  it('hides a very long text as a whole', () => {
    assert.equal(maskText(`${'1'.repeat(6_000_000)} x`), '•••');
    assert.equal(maskText('x '.repeat(250_001)), '•••');
    assert.equal(maskText('x '.repeat(249_999)), 'x '.repeat(249_999));
  });
});
