import assert from 'node:assert/strict';
import { sidInContextAt } from '../../../../src/core/sids/context/sidsInContext.ts';

const D = '0123456789abcdef0123456789abcdef';
const SHORT = D.slice(1);
const MD5 = '5d41402abc4b2a76b9719d911017c592';
const SHA1 = 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d';
const SHA256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

/**
 * Tokens that are not SIDs, although they have the same length, or begin or end like one, by their
 * kind. Some are joined from parts, as a scanner of repositories would take them for real secrets.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  'an MD5': `${MD5} ${MD5.toUpperCase()}`,
  'an MD5 that begins with the letters of a SID': `ac${MD5.slice(2)} AC${MD5.slice(2).toUpperCase()}`,
  'a SHA-1': `${SHA1} ac${SHA1.slice(2)} AC${SHA1.slice(2).toUpperCase()}`,
  'a SHA-256': `${SHA256} AC${SHA256.slice(2).toUpperCase()}`,
  'a SHA-512': `${SHA256}${SHA256} AD${SHA256.slice(2)}${SHA256}`,
  'a digest of an image': `sha256:ac${SHA256.slice(2)}`,
  'a UUID': '550e8400-e29b-41d4-a716-446655440000 acde070d-8c4c-4f0d-9d8a-162843c10333',
  'a UUID without dashes': '550e8400e29b41d4a716446655440000 acde070d8c4c4f0d9d8a162843c10333',
  'a GUID in braces and capitals': '{ACDE070D-8C4C-4F0D-9D8A-162843C10333}',
  'base64 of 24 bytes': 'QUNkZTAxMjM0NTY3ODlhYmNkZWYwMTIz',
  'base64 of 25 bytes, which is as long as a SID': 'WTNkZTAxMjM0NTY3ODlhYmNkZWYwMTIzNA==',
  'base64 of 32 bytes': '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  'URL-safe base64': 'R0lGODlhAQABAIAAAAAA_-___yH5BAEAAAAALAAAAAABAAEAAAIBRAA7 AC-_CzzzQ8eW1b2',
  'a JWT':
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  "npm's integrity":
    'sha512-WTKoKm3vPZ0m2Wz3G4s1hC9XQ5hQHqTNwZ0s1mY4nP+8mE7zYfVxJ5y6l2k8aQvB/1rT0uIoP3sDfGhJkL9ZxQ==',
  'an integrity attribute':
    'integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"',
  'ids of git that begin with the letters of a SID': `commit ac${SHA1.slice(2)} index ac7f4c6..ad9e0b1 100644`,
  'a colour': '#acdeff #ACDEFF80 color: #ace',
  'a run of hex colours': 'acdeffacdeffacdeffacdeffacdeffacdeff ACDEFFACDEFFACDEFFACDEFFACDEFF',
  'a hex dump': '00000000  ac de 48 00 11 22 ac de  48 00 11 22 00 00 00 00  |..H..".H"|',
  'hex in an array of C': '{0xac, 0xde, 0x48, 0x00, 0x1122ACDE, 0xACDE48001122ACDEULL}',
  'hex in a string of C': String.raw`"\xac\xde\x48\x00\x11\x22\xAC\xDE\x48\x00\x11\x22"`,
  'a number in hex': `0xac${D.slice(2)} 0xAC${D.slice(2).toUpperCase()} 0x${D}${D}`,
  'an address of Ethereum': '0xAC03bB73b6a9e108530AFf4Df5077c2B3D481e5A',
  'an address of Bitcoin': '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  camelCase: 'getTaskReservationByWorkerSidAndState createDefaultTaskQueueFor',
  PascalCase: 'WTaskQueueForWorkspaceAndWorkflows ACcreateDefaultTaskQueueForWorkspa',
  snake_case: `get_task_reservation_by_worker_sid_and_state get_ac${D}_value`,
  'a constant': 'MAXIMUM_CONCURRENT_RESERVATIONS_PER_WORKER ACCEPTEDRESERVATIONSOFDECADES',
  'minified code':
    '!function(e,t){"object"==typeof exports?t():e.ACfe0123456789abcdef0123456789abcdefQ=t()}(this);',
  'a source map':
    '"AAAA,SAAS,IAAI,CAAC,GAAG,EAAE,CAAC,ACAAA,aAAA,CAAC;AACDA,EAAE,ACDbA,kBAAkBA,ACAAAA"',
  'the name of a built file': `chunk-AC3F9D1B.js main.ac${MD5.slice(2)}.css`,
  'a long word': 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk',
  'a key of Stripe': ['sk', 'test', '4eC39HqLyjWDarjtT1zdp7dc'].join('_'),
  'keys of AWS': 'AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'a token of Slack': ['xoxb', '17653672481', '19874698323', 'pdFZKVeTuE8sk7oOcHrzqqgy'].join('-'),
  'a token of GitHub': ['ghp', '16C7e42F292c6912E7710c838347Ae178B4a'].join('_'),
  'a key of Google': ['AIza', 'SyDaGmWKa4JsXZ0HjGw7ISLn03namBGewQe'].join(''),
  'a key of SSH': 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8yX0C5p3YQ5f',
  'an id of MongoDB': '507f1f77bcf86cd799439011 ac7f1f77bcf86cd799439011',
  'a ULID': '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  'a KSUID': '0ujtsYcgvSTl8PAuAdqWYSMnLOv',
  'an id of a trace': `00-ac${MD5.slice(2)}-00f067aa0ba902b7-01`,
  'an IBAN': 'DE89370400440532013000 LC55HEMM000100010012001200023015',
  'an IPv6 address': 'acde:0db8:85a3:0000:0000:8a2e:0370:7334',
  'an address of a network card': 'AC:DE:48:00:11:22 acde.4800.1122',
  'a fingerprint': 'AC:DE:48:00:11:22:AC:DE:48:00:11:22:AC:DE:48:00:11:22:AC:DE',
  DNA: 'ACGTACGTTAGCATCGATCGATTACGATCGATCA',
  'a number': '12345678901234567890123456789012',
  'nearly a SID behind _': `my_WT${SHORT}`,
  'nearly a SID before _': `WT${SHORT}_1`,
  'nearly a SID behind +': `+WT${SHORT}`,
  'nearly a SID before +': `WT${SHORT}+`,
  'nearly a SID behind /': `/WT${SHORT}`,
  'nearly a SID before /': `WT${SHORT}/`,
  'nearly a SID behind =': `=WT${SHORT}`,
  'nearly a SID before =': `WT${SHORT}=`,
  'nearly a SID beside a letter that is not of ASCII': `éWT${SHORT} WT${SHORT}漢`,
  'a SID within a longer word': `xWT${D} WT${D}${D} 0WT${D}`,
  'nearly a SID, with three wrong characters': `WTxyz${D.slice(3)}`,
  'nearly a SID, three characters too short': `WT${D.slice(3)}`,
  'nearly a SID, three characters too long': `WT${D}012`,
  'small letters and too few digits, or too many': `wt${SHORT} wt${D}0`,
  'small letters that begin no SID': `zz${D}`,
};

describe('sidInContextAt', () => {
  const lines = Object.values(lookAlikes).map((text) => `before ${text} behind`);
  const lineAt = (line: number) => [...lines, `WT${D}`][line] ?? '';

  it('finds a SID, which proves that the other tests work', () => {
    assert.equal(sidInContextAt(lineAt, lines.length, 5)?.text, `WT${D}`);
  });

  for (const [line, name] of Object.keys(lookAlikes).entries()) {
    it(`finds nothing in ${name}`, () => {
      for (let character = 0; character <= lineAt(line).length; character++) {
        assert.equal(sidInContextAt(lineAt, line, character), undefined, String(character));
      }
    });
  }
});
