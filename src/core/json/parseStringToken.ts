/** The characters that a JSON string token, quotes included, stands for. */
export function parseStringToken(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}
