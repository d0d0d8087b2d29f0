import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { matchInContext } from '../../../../src/core/sids/context/sidsInContext.ts';
import { knownPrefixes } from '../../../../src/core/sids/scan/knownPrefixes.ts';
import { scanSids, candidateAt } from '../../../../src/core/sids/scan/scanSids.ts';
import type { SidFault } from '../../../../src/core/sids/sidFault.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';
const WT = `WT${HEX}`;
const ESC = '\u001b';

/** The matches in a text, and the expected ones between « and ». */
function found(marked: string) {
  const text = marked.replace(/[«»]/g, '');
  const expected = marked.split('«').flatMap((part, index, parts) => {
    if (index === 0) return [];
    const before = parts.slice(0, index).join('').replace(/»/g, '');
    return [{ offset: before.length, text: part.slice(0, part.indexOf('»')) }];
  });
  return { findings: [...scanSids(text)], expected };
}

const places = (findings: readonly { offset: number; text: string }[]) =>
  findings.map(({ offset, text }) => ({ offset, text }));

/** The matches of hovers at all offsets of a text. */
function hovers(text: string): string[] {
  return Array.from({ length: text.length + 1 }, (_, offset) => candidateAt(text, offset)).flatMap(
    (run) => {
      const inspected = run && matchInContext(text, run);
      return inspected === undefined ? [] : [inspected.text];
    },
  );
}

describe('scanSids', () => {
  describe('finds a well-formed SID', () => {
    const texts = {
      alone: `«${WT}»`,
      'in prose': `The task «${WT}», which waits.`,
      'in quotes': `'«${WT}»' "«${WT}»" \`«${WT}»\``,
      'in a path and a query': `https://x.test/v1/Workspaces/«WS${HEX}»/Tasks/«${WT}»?Sid=«WK${HEX}»&x=1#y`,
      'behind %2F': `?next=%2Ftasks%2F«${WT}»%2FReservations`,
      'behind %2f encoded twice': `%252Ftasks%252f«${WT}»`,
      'behind a % alone': `100%«AC${HEX}»`,
      'behind \\n, \\t and \\u00e9 as a string has them': `"a\\n«${WT}»\\t«${WT}»\\u00e9«${WT}»\\xe9«${WT}»"`,
      'behind a backslash': `C:\\tasks\\«AC${HEX}».json`,
      'behind é and before 漢': `é«${WT}»漢字«${WT}»`,
      'beside an emoji': `😀«${WT}»😀`,
      'in the colours of a terminal': `${ESC}[31m«${WT}»${ESC}[0m ${ESC}[38;5;196m«${WT}»${ESC}[m`,
      'in colours as JSON and source code write them': `"\\u001b[31m«${WT}»\\u001b[39m \\x1b[1;31m«${WT}» \\033[m«${WT}»"`,
      'in an identifier or the name of a file': `task_«${WT}»_v2.json`,
      'among characters of base64': `+«${WT}»/«${WT}»=`,
      'in HTML': `<b>«${WT}»</b>&quot;«${WT}»&quot;`,
      'in a template': `\${«${WT}»}`,
      'twice, a comma between': `«${WT}»,«${WT}»`,
      'with small digits, with capital ones, with decimal ones alone': `«WT${HEX.toLowerCase()}» «WT${HEX.toUpperCase()}» «WT${'0'.repeat(32)}»`,
      'whose prefix is hex itself': `«AC${HEX}» «AD${HEX}» «DE${HEX}»`,
    };
    for (const [where, text] of Object.entries(texts)) {
      it(where, () => {
        const { findings, expected } = found(text);
        assert.deepEqual(places(findings), expected);
        assert.deepEqual(new Set(findings.map(({ kind }) => kind)), new Set(['sid']));
      });
    }

    it('of every known prefix', () => {
      for (const prefix of knownPrefixes) {
        const [finding, ...more] = scanSids(`[${prefix}${HEX}]`);
        assert.deepEqual(more, []);
        assert.deepEqual(finding, {
          kind: 'sid',
          text: prefix + HEX,
          offset: 1,
          prefix,
          faults: [],
          requires: 'nothing',
        });
      }
    });
  });

  describe('finds a placeholder', () => {
    const texts = {
      'of 32 X, capital or small': `«WT${'X'.repeat(32)}» «ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx»`,
      'of fewer X, or more': `«WTXXXXXXXX» «WT${'x'.repeat(12)}» «WT${'X'.repeat(62)}»`,
      'that is shortened by dots': `«WTXXXXXXXX»… «ACxxxxxxxx»...`,
      'in a path': `/Workspaces/«WS${'X'.repeat(32)}»/Tasks/«WT${'X'.repeat(32)}»`,
      'of a prefix that ends in X': `«FX${'X'.repeat(32)}» «FXxxxxxxxx»`,
      'behind an escape sequence': `"\\n«WTXXXXXXXX»" %2F«ACXXXXXXXX»`,
    };
    for (const [what, text] of Object.entries(texts)) {
      it(what, () => {
        const { findings, expected } = found(text);
        assert.deepEqual(places(findings), expected);
        for (const { kind, faults } of findings) {
          assert.equal(kind, 'placeholder');
          assert.deepEqual(faults, []);
        }
      });
    }
  });

  describe('finds a near miss and its faults', () => {
    const count = (digits: number): SidFault => ({ kind: 'digitCount', count: digits });
    const notHex = (position: number, character: string): SidFault => {
      return { kind: 'notHex', position, character };
    };
    const lowerCase = (expected: string): SidFault => ({ kind: 'lowerCasePrefix', expected });
    const unknown = (prefix: string): SidFault => ({ kind: 'unknownPrefix', prefix });

    const nearMisses: [what: string, text: string, ...faults: SidFault[]][] = [
      ['two digits too few', `a «WT${HEX.slice(2)}» b`, count(30)],
      ['one digit too few', `a «WT${HEX.slice(1)}» b`, count(31)],
      ['one digit too many', `a «WT${HEX}0» b`, count(33)],
      ['two digits too many', `a «WT${HEX}00» b`, count(34)],
      ['O for 0', `a «WTO${HEX.slice(1)}» b`, notHex(3, 'O')],
      ['l for 1', `a «WT0l${HEX.slice(2)}» b`, notHex(4, 'l')],
      ['another letter at the end', `a «WT${HEX.slice(1)}g» b`, notHex(34, 'g')],
      ['two wrong ones', `«WT${HEX.slice(0, 30)}IZ»`, notHex(33, 'I'), notHex(34, 'Z')],
      ['too short and a wrong one', `«WT${HEX.slice(2)}z»`, count(31), notHex(33, 'z')],
      ['too long and two wrong ones', `«WTyz${HEX}»`, count(34), notHex(3, 'y'), notHex(4, 'z')],
      ['a small prefix', `"«wt${HEX}»"`, lowerCase('WT')],
      ['a half small prefix', `"«Wt${HEX}» «wT${HEX}»"`, lowerCase('WT')],
      ['a small prefix of hex digits', `"«ac${HEX}»"`, lowerCase('AC')],
      ['an unknown prefix', `"«ZZ${HEX}»"`, unknown('ZZ')],
      ['an unknown prefix and decimal digits', `"«ZZ${'0'.repeat(32)}»"`, unknown('ZZ')],
      ['known by its letters, though short and in capitals', `«WT${'AB'.repeat(15)}»`, count(30)],
      ['hex with a small digit', `«AC${'0'.repeat(29)}a»`, count(30)],
      ['behind \\n', `"\\n«WT${HEX}0»"`, count(33)],
      ['behind %2F, which touches nothing', `%2F«WT${HEX}0»%2F`, count(33)],
      ['behind %2B', `%2B«WT${HEX}0»`, count(33)],
      ['in colours', `${ESC}[1m«WT${HEX}0»${ESC}[0m`, count(33)],
      ['in brackets', `(«WT${HEX}0»)[«WT${HEX}0»]{«WT${HEX}0»}<«WT${HEX}0»>`, count(33)],
      ['before a full stop', `«WT${HEX}0».`, count(33)],
      ['behind a colon and a dash', `task:«WT${HEX}0» -«WT${HEX}0»`, count(33)],
    ];
    for (const [what, marked, ...faults] of nearMisses) {
      it(what, () => {
        const { findings, expected } = found(marked);
        assert.deepEqual(places(findings), expected);
        for (const { kind, text, prefix, faults: actual } of findings) {
          assert.equal(kind, 'malformed');
          assert.equal(prefix, text.slice(0, 2).toUpperCase());
          assert.deepEqual(actual, faults);
        }
      });
    }
  });

  describe('finds nothing in', () => {
    const md5 = '5d41402abc4b2a76b9719d911017c592';
    const lookAlikes: Record<string, string> = {
      'an MD5 that begins with ac': `ac${md5.slice(2)}`,
      'an MD5 in capitals that begins with AC': `AC${md5.slice(2).toUpperCase()}`,
      'a SHA-1, also one in capitals': `acf4c61ddcc5e8a2dabede0f3b482cd9aea9434d ADF4C61DDCC5E8A2DABEDE0F3B482CD9AEA9434D`,
      'a SHA-256': `ac${md5}${md5.slice(2)} AC${(md5 + md5).toUpperCase().slice(2)}`,
      'a UUID': 'acde070d-8c4c-4f0d-9d8a-162843c10333 ACDE070D-8C4C-4F0D-9D8A-162843C10333',
      'a UUID without dashes': 'acde070d8c4c4f0d9d8a162843c10333 ACDE070D8C4C4F0D9D8A162843C10333',
      base64: `aGVsbG8gd29ybGQ+IHRoaXMgaXMg/2xvbmcgdGV4dA== TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5`,
      'base64 that is nearly a SID': `/WT${HEX}0 WT${HEX}0= +WT${HEX}0`,
      base64url: `R0lGODlhAQABAIAAAAAA_-___yH5BAEAAAAALAAAAAABAAEAAAIBRAA7 _AC${HEX}0_`,
      'a JWT':
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
      'ids of git':
        'commit ac7f4c61 tree 9bdc3a7e0f2d4c5b6a798081726354adcbef0123 index ac12..AD34 100644',
      'a hex dump': `00000000  ac de 48 00 11 22 ac de  48 00 11 22 00 00 00 00  |..H..".H"|\n${'ACDE4800'.repeat(8)}`,
      'minified code':
        '!function(e,t){"object"==typeof exports?t():e.ACfe0123456789abcdef0123456789abcdefQ=t()}(this);',
      'identifiers with underscores': `get_ac${HEX}_value AC${HEX.slice(1)}_id __WT${HEX}0`,
      constants: `ACCEPTED_ADDED_DECADE_FACADE_BEADED_FEED MAXIMUM_CONCURRENT_RESERVATIONS_PER_WORKER`,
      'constants in one word': 'ACCEPTEDRESERVATIONSOFDECADES MAXIMUMCONCURRENTRESERVATIONSPER',
      camelCase: 'ACcreateDefaultTaskQueueForWorkspace getTaskReservationByWorkerSidAndState',
      IBANs: `DE89370400440532013000 MT84MALT011000012345MTLCAST001S LC55HEMM000100010012001200023015`,
      'an IBAN of 33 characters': 'RU0204452560040702810412345678901',
      'long words':
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk Pneumonoultramicroscopicsilicovolcano',
      'names of files with hashes': `chunk-AC3F9D1B.js main.ac${md5.slice(2)}.css AC${md5.slice(2).toUpperCase()}.woff2`,
      'licence keys': 'ACDE4-FFAB1-00231-CDEAB-99887 WTQPN-XXXXX-ACACA-12345-ZZZZZ',
      'ids of MongoDB': '507f1f77bcf86cd799439011 ac7f1f77bcf86cd799439011',
      'AWS keys':
        'AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY ASIAY34FZKBOKMUTVV7A',
      'hex colours': '#acdeff #ACDEFF80 color:#ace',
      'data URIs':
        'url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==)',
      'integrity attributes':
        'integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"',
      'mappings of a source map':
        '"AAAA,SAAS,IAAI,CAAC,GAAG,EAAE,CAAC,ACAAA,aAAA,CAAC;AACDA,EAAE,ACDbA,kBAAkBA,ACAAAA;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"',
      "Doxygen's anchors": `group__API.html#ga${md5} id="ga${md5}"`,
      'keys of SSH': `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8yX0C5p3YQ5f SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8`,
      'tokens of GitHub and npm':
        'ghp_16C7e42F292c6912E7710c838347Ae178B4a npm_ACde0123456789abcdef0123456789abcdefg',
      'addresses of block chains':
        'TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa 0xAC03bB73b6a9e108530AFf4Df5077c2B3D481e5A',
      'ULIDs and KSUIDs': '01ARZ3NDEKTSV4RRFFQ69G5FAV 0ujtsYcgvSTl8PAuAdqWYSMnLOv',
      'ids of browser extensions':
        'acbdefghijklmnopabcdefghijklmnop aapbdbdomjkkjkaonfhkkikfgjllcleb',
      'fingerprints of certificates': 'AC:DE:48:00:11:22:AC:DE:48:00:11:22:AC:DE:48:00:11:22:AC:DE',
      DNA: 'ACGTACGTTAGCATCGATCGATTACGATCGATCA',
      'IPv6 addresses': 'acde:0db8:85a3:0000:0000:8a2e:0370:7334 ACDE0DB885A3000000008A2E03707334',
      'ids of traces': `00-ac${md5.slice(2)}-00f067aa0ba902b7-01`,
      numbers: '12345678901234567890123456789012 0x1234567890abcdef1234567890abcdef12',
      'a SID with more hex digits behind it': `${WT}${HEX} ${WT}000 AC${HEX.slice(3)}`,
      'a SID with a letter before it': `x${WT} 0${WT}`,
      'a near-miss that a letter of another script touches': `é${WT}0 ${WT}0é 漢${WT}0 ${WT}0𝒳`,
      'three wrong characters': `WTxyz${HEX.slice(3)} WT${HEX.slice(3)}ghi`,
      'a small prefix of too few digits, or too many': `wt${HEX.slice(1)} wt${HEX}0 ac${HEX}0`,
      'a small prefix and a wrong digit': `wtO${HEX.slice(1)}`,
      'an unknown prefix with another fault': `ZZ${HEX.slice(1)} "ZZO${HEX.slice(1)}" sid: ZZ${HEX}0`,
      'a prefix before a whole SID, in a path': `/Participants/PACA${HEX.toLowerCase()}`,
      'three digits too few, or too many': `WT${HEX.slice(3)} WT${HEX}000 id=WT${HEX}000`,
      'hex in capitals of about that length': `AC${'0A'.repeat(15)} FF${'F'.repeat(31)} id=AC${'0A'.repeat(17)}`,
      'bytes that begin with ff': `ff${HEX.toLowerCase()}`,
      'a small prefix that is none': `zz${HEX} Zz${HEX}`,
      'X that are no placeholder': `XXXXXXXXXXXXXXXX ACXXXXXXX FXXXXXXXXXX acxxxxxxxxxxxx WTXXXXxxxx WT${'X'.repeat(63)}`,
      'prefixes in prose': 'A WT is a Task, a WS is a workspace; see WTs, ACLs and WSDL.',
      nothing: '',
    };
    for (const [what, text] of Object.entries(lookAlikes)) {
      it(what, () => {
        assert.deepEqual([...scanSids(text)], []);
        assert.deepEqual(hovers(text), []);
      });
    }

    it('hashes of all kinds, in every encoding', () => {
      for (let index = 0; index < 5_000; index++) {
        const hash = (name: string) => createHash(name).update(String(index)).digest();
        const texts = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) => {
          const bytes = hash(name);
          const hex = bytes.toString('hex');
          return [hex, hex.toUpperCase(), bytes.toString('base64'), bytes.toString('base64url')];
        });
        assert.deepEqual([...scanSids(texts.join(' '))], [], String(index));
      }
    });
  });
});
