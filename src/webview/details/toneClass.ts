/** A class list with the colour of a status. */
export function toneClass(name: string, status: string | undefined): string {
  return status === undefined ? name : `${name} ${status.replace(/[^\w-]/g, '')}`;
}
