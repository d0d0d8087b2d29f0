/** Tells by its UTF-16 code unit whether a character is one of these, which are of ASCII. */
export function characterSet(characters: string): (code: number) => boolean {
  const isMember = new Uint8Array(128);
  for (const character of characters) isMember[character.charCodeAt(0)] = 1;
  return (code) => isMember[code] === 1;
}
