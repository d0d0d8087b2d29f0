import { createHash } from 'node:crypto';
import type { SidRandom } from './sidRandom.ts';

const HEX = '0123456789abcdef';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const hash = (random: SidRandom, name: string) =>
  createHash(name).update(random.bytes(16)).digest();

/** Two uppercase letters of a known prefix and about as many hex digits as a SID, but not the same number. */
const nearly = (random: SidRandom, length = 31 + 2 * random.below(2)) =>
  random.pick(['AC', 'CA', 'FF', 'WT', 'SM', 'DE']) + random.text(HEX, length);

/** Texts with the characters of a SID that are not SIDs, by description. */
export const sidLookAlikes: Readonly<Record<string, (random: SidRandom) => string>> = {
  'base64 of a hash': (random) =>
    hash(random, random.pick(['sha1', 'sha256', 'sha512'])).toString('base64'),
  'lines of base64': (random) =>
    (
      random
        .bytes(200)
        .toString('base64')
        .match(/.{1,64}/g) ?? []
    ).join('\n'),
  'an image in its address': (random) =>
    `url(data:image/png;base64,${random.bytes(90).toString('base64')})`,
  'base64 that nearly holds a SID': (random) =>
    `data:font/woff;base64,iVBORw/${nearly(random)}/${nearly(random)}+Ab==`,
  'base64 that begins with nearly a SID': (random) => `${nearly(random)}/${nearly(random)}+9=`,
  'an image that nearly holds a SID': (random) => `"/9j/4AAQSkZJRg/${nearly(random)}/aBcDeFg=="`,
  'nearly a SID as base64': (random) => `${nearly(random)}= ${nearly(random)}== +${nearly(random)}`,
  'an integrity': (random) => `integrity="sha384-${hash(random, 'sha384').toString('base64')}"`,
  'an integrity that is nearly a SID': (random) => `sha1-${nearly(random)}+/9=`,
  'hashes as hex': (random) =>
    ['md5', 'sha1', 'sha256'].map((name) => hash(random, name).toString('hex')).join(' '),
  'hashes in capitals, assigned': (random) =>
    ['MD5', 'SHA1', 'SHA256']
      .map((name) => `${name}=${hash(random, name).toString('hex').toUpperCase()}`)
      .join('&'),
  'hashes in capitals that begin with AC': (random) =>
    ['md5=', '/objects/', 'https://example.com/files/']
      .map((before) => {
        return before + 'AC' + random.text(HEX, 28 + random.below(9)).toUpperCase();
      })
      .join(' '),
  'hashes in paths': (random) => {
    const hex = hash(random, 'sha1').toString('hex');
    return `/objects/${hex.slice(0, 2)}/${hex.slice(2)} https://example.com/files/${hex}/x.js`;
  },
  'hashes in names of files': (random) =>
    `main.${hash(random, 'md5').toString('hex')}.js?v=${hash(random, 'sha1').toString('hex')}`,
  UUIDs: (random) => {
    const hex = random.text(HEX, 32);
    return `id=${hex} /items/${hex.toUpperCase()} ${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
  },
  'a JWT': (random) =>
    [40, 90, 32].map((length) => random.bytes(length).toString('base64url')).join('.'),
  'a token in a query': (random) =>
    `https://example.com/a?token=${random.bytes(24).toString('base64url')}&sig=${random.bytes(32).toString('base64')}`,
  'a signature of AWS': (random) =>
    `X-Amz-Signature=${hash(random, 'sha256').toString('hex')}&X-Amz-Credential=AKIA${random.text(BASE32, 16)}/20260302`,
  'addresses of block chains': (random) =>
    `1${random.text(BASE58, 33)} /address/3${random.text(BASE58, 33)} to=0x${random.text(HEX, 40)}`,
  'secrets in base32': (random) => `otpauth://totp/a?secret=${random.text(BASE32, 34)}`,
  'identifiers with underscores': (random) =>
    `get_${nearly(random)} ${nearly(random)}_id = _${nearly(random)}_`,
  'a dump': (random) => {
    const hex = random.bytes(64).toString('hex').toUpperCase();
    return `${hex.slice(0, 34)}\n${hex.slice(34, 68)}|${'F'.repeat(30 + random.below(8))}\n`;
  },
  'a public key': (random) =>
    `-----BEGIN PUBLIC KEY-----\n${random.bytes(47).toString('base64')}\n-----END PUBLIC KEY-----`,
  'a source map': (random) =>
    `{"mappings":"${random.text('ABCDEFGIKSUWYacegikmoqsu,;', 80)}","file":"ac${random.text(HEX, 30)}.js"}`,
  'letters of other scripts around nearly a SID': (random) =>
    `é${nearly(random)} ${nearly(random)}é 漢${nearly(random)}`,
};
