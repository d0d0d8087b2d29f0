import type { SidRandom } from './sidRandom.ts';

const HEX = '0123456789abcdef';

/** Typical mistakes in SIDs, by description. */
export const sidMutations: Readonly<Record<string, (sid: string, random: SidRandom) => string>> = {
  'a digit too few': (sid, random) => without(sid, random, 1),
  'two digits too few': (sid, random) => without(sid, random, 2),
  'the last digit cut off': (sid) => sid.slice(0, -1),
  'a digit twice': (sid, random) => {
    const at = 2 + random.below(32);
    return sid.slice(0, at) + sid.charAt(at) + sid.slice(at);
  },
  'two digits more': (sid, random) => sid + random.text(HEX, 2),
  'O for a digit': (sid, random) => withDigits(sid, random, ['O']),
  'l for a digit': (sid, random) => withDigits(sid, random, ['l']),
  'I and o for digits': (sid, random) => withDigits(sid, random, ['I', 'o']),
  'a letter that is no hex digit': (sid, random) =>
    withDigits(sid, random, [random.pick(Array.from('ghjkmnpqrstuvwxyz'))]),
  'a letter too much': (sid, random) => {
    const at = 2 + random.below(32);
    return sid.slice(0, at) + 'x' + sid.slice(at);
  },
  'a small prefix': (sid) => sid.slice(0, 2).toLowerCase() + sid.slice(2),
  'a half small prefix': (sid) => sid.charAt(0) + sid.charAt(1).toLowerCase() + sid.slice(2),
  'an unknown prefix': (sid, random) => random.pick(['QZ', 'ZW', 'YJ']) + sid.slice(2),
};

function without(sid: string, random: SidRandom, count: number): string {
  const at = 2 + random.below(32 - count);
  return sid.slice(0, at) + sid.slice(at + count);
}

function withDigits(sid: string, random: SidRandom, letters: readonly string[]): string {
  const characters = Array.from(sid);
  for (const [index, letter] of letters.entries()) {
    characters[2 + index * 16 + random.below(16)] = letter;
  }
  return characters.join('');
}

/** Prefixes, of all products, that these mistakes do not turn into another known one. */
const PREFIXES = 'WT WS WQ WW WK WR CA SM MM PN AC MG VA CH SK FW RE IS KS ZS'.split(' ');

export function randomSid(random: SidRandom, prefix = random.pick(PREFIXES)): string {
  return prefix + random.text(HEX, 32);
}

/** Texts around SIDs that do not tell the expected kind. */
export const sidSurroundings: Readonly<Record<string, (sid: string, other: string) => string>> = {
  prose: (sid) => `The agent says that ${sid} did not arrive, see above.`,
  'a sentence that ends': (sid) => `Look at ${sid}.`,
  'a list': (sid, other) => `- ${other}\n- ${sid}\n`,
  'a comment': (sid) => `// ${sid}: was moved\nlet x;`,
  'a log': (sid) => `2026-03-02T09:00:00.123Z INFO [router] ${sid} -> wrapping (12 ms)`,
  'a log of names and values': (sid) => `level=info ref=${sid} status=200`,
  'a log of a request': (sid) => `"GET /2010-04-01/Accounts/${sid}/Messages.json HTTP/1.1" 404 20`,
  JSON: (sid) => `{"id": "${sid}", "age": 4}`,
  'JSON in a string': (sid) => `"attributes": "{\\"ref\\":\\"${sid}\\"}"`,
  'JSON of PHP with an address': (sid) =>
    `{"url":"https:\\/\\/verify.twilio.com\\/v2\\/Services\\/${sid}\\/Verifications"}`,
  YAML: (sid) => `refs:\n  main: ${sid}\n`,
  'an env file': (sid) => `LOG_LEVEL=debug\nTWILIO_SERVICE=${sid}\n`,
  'an env file, under a SID': (sid) => `RECORDING_SID=${sid}\n`,
  'a file of properties': (sid) => `twilio.verify.service=${sid}`,
  'an INI file': (sid) => `[twilio]\nservice = ${sid}`,
  'a Dockerfile': (sid) => `ENV SERVICE=${sid} PORT=8080`,
  'a script': (sid) => `export TARGET="${sid}"`,
  'a flag': (sid) => `twilio api:verify:v2:services:fetch --sid ${sid}`,
  'a flag with =': (sid) => `twilio api:verify:v2:services:fetch --sid=${sid} -o json`,
  'a form': (sid, other) => `From=%2B15005550006&Ref=${sid}&Other=${other}`,
  'data of curl': (sid) => `curl -d Target=${sid} -d Body=Hi`,
  'a query': (sid) => `https://example.com/hook?ref=${sid}&x=1`,
  'a query behind others': (sid) => `/hook?x=1&PhoneNumberSid=${sid}`,
  'an address': (sid) => `https://verify.twilio.com/v2/Services/${sid}`,
  'an address that goes on': (sid, other) =>
    `https://api.twilio.com/2010-04-01/Accounts/${sid}/Calls/${other}.json`,
  'an address with a slash at its end': (sid) => `https://flex.twilio.com/agent-desktop/${sid}/`,
  'an address behind a SID': (sid, other) =>
    `<https://api.twilio.com/2010-04-01/Accounts/${other}/Recordings/${sid}.json>`,
  'a path with a variable': (sid) => '`${baseUrl}/Services/' + sid + '/Messages`',
  'a pair': (sid, other) => `${other}/${sid}`,
  'a pair, first': (sid, other) => `"${sid}/${other}"`,
  'a link of Markdown': (sid) => `[the call](https://console.twilio.com/calls/${sid}) failed`,
  'code of Markdown': (sid) => `Run it with \`${sid}\` again`,
  'an attribute of HTML': (sid) => `<a href="/recordings/${sid}">play</a>`,
  'an element': (sid) => `<Ref>${sid}</Ref>`,
  CSV: (sid, other) => `4711,${sid},${other},completed`,
  'a call': (sid) => `client.messages('${sid}').fetch()`,
  'an array': (sid, other) => `const all = ["${other}","${sid}"];`,
  'an object': (sid) => `{ref:'${sid}'}`,
  SQL: (sid) => `select * from refs where id='${sid}';`,
  'an encoded address': (sid) => `?next=https%3A%2F%2Fexample.com%2Fcalls%2F${sid}%2Fevents`,
  'colours of a terminal': (sid) => `\u001b[32m${sid}\u001b[0m ok`,
  'a cookie': (sid) => `Set-Cookie: ref=${sid}; Path=/; HttpOnly`,
  'an address of a server at home': (sid) => `curl http://localhost:3000/x/${sid}?a=1`,
  'a path of Windows': (sid) => `C:\\logs\\${sid}.json`,
  'a Makefile': (sid) => `SERVICE:=${sid}\nall:`,
  Java: (sid) => `Message{ref=${sid}, status=sent}`,
};
