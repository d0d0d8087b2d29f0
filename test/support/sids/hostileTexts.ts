const HEX = '0123456789abcdef0123456789abcdef';

/** What texts of bad will are made of, by name: each is repeated until a text is full. */
const unitsOf: Readonly<Record<string, string>> = {
  'one word of hex digits': 'ab0',
  'WTWTWT…': 'WT',
  'SIDs without end': `WT${HEX}`,
  'nothing but X': 'X',
  'words of nine letters': 'abcdefghi ',
  'words of ten letters': 'abcdefghij ',
  'the shortest placeholders': 'ACXXXXXXXX,',
  'placeholders behind colours': '\u001b[0;0;0;0;0;0;0;0;1mACXXXXXXXX;',
  'near-misses': `WT${HEX}00 `,
  'prefixes that nobody knows': `ZZ${HEX} `,
  'prefixes in small letters': `wt${HEX} `,
  'near-misses that are touched': `/WT${HEX}O`,
  spaces: ' ',
  lines: '\n',
  quotes: '"',
  'escaped quotes': '\\"',
  backslashes: '\\',
  slashes: '/',
  parentheses: '(',
  calls: '.tasks("',
  'calls of SIDs': `.tasks("WT${HEX}")\n  `,
  keys: '"task_sid": ',
  'keys of SIDs': `"task_sid": "WT${HEX}", `,
  'keys before placeholders': 'task_sid=ACXXXXXXXX ',
  signs: '=:>',
  types: 'string ',
  'words ending in sid': 'aBcDeFsid_sid',
  'paths of SIDs': `/Tasks/WT${HEX}`,
  'paths that are swapped': `/Workspaces/WT${HEX}/Tasks/WS${HEX} `,
  'calls that are swapped': `.workspaces('WT${HEX}').tasks('WS${HEX}')`,
  'addresses side by side': `https://taskrouter.twilio.com/v1/Workspaces/WS${HEX}/Tasks/WT${HEX} `,
  'addresses in one word': `https://taskrouter.twilio.com/v1/Workspaces/WS${HEX}/Tasks/WT${HEX}`,
  'addresses within addresses': `https://a.example/?u=https://taskrouter.twilio.com/v1/Workspaces/WS${HEX}&`,
  'beginnings of addresses': `http://WT${HEX}`,
  'encoded paths': `%2FTasks%2FWT${HEX}`,
  'pairs in one word': `WS${HEX}/WT${HEX}/`,
  'paths of placeholders': '/a/ACXXXXXXXX',
  'quotes before placeholders': `${'"'.repeat(2_000)}ACXXXXXXXX`,
  'spaces before placeholders': `=${' '.repeat(2_000)}ACXXXXXXXX`,
  'names before placeholders': `${'sid_'.repeat(500)}=ACXXXXXXXX,`,
  'types before placeholders': `${'string '.repeat(300)}=ACXXXXXXXX,`,
  'long calls before placeholders': `.a(${'b'.repeat(2_000)}).tasks("ACXXXXXXXX`,
  'long segments before placeholders': `/tasks/${'a'.repeat(2_000)}/tasks/ACXXXXXXXX`,
  'per cent': '%25',
  'halves of pairs': '\ud83d',
  fields: '\n  "sid": "',
  'one field': '  "sid": "x',
};

/** Texts of a length that are meant to take long, by what they are. */
export function hostileTexts(length: number): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unitsOf).map(([name, unit]) => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      return [name, text];
    }),
  );
}
