/** By UTF-16 code unit: hex digits and letters mix so that a processor guesses comparisons wrong. */
const isWord = new Uint8Array(0x10000);
for (const code of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') {
  isWord[code.charCodeAt(0)] = 1;
}

/** Whether a UTF-16 code unit is a letter or digit of ASCII. */
export function isWordCode(code: number): boolean {
  return isWord[code] === 1;
}
