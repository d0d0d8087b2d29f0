import { TaskRouterFailure } from '../failures/taskRouterFailure.ts';

/**
 * The address of a page that the page before it names. An answer chooses which page comes next, but
 * neither who gets the credentials nor what is asked for with them.
 *
 * @param first the address of the list's first page
 * @throws TaskRouterFailure `unexpectedAnswer` if it is of another origin or path than the first
 */
export function followPage(next: string, first: URL, host = first.host): URL {
  const url = URL.canParse(next) ? new URL(next) : undefined;
  const leadsOn =
    url?.origin === first.origin &&
    // Hex digits mean the same in either case.
    url.pathname.toLowerCase() === first.pathname.toLowerCase() &&
    // No address with credentials of its own can be asked.
    url.username + url.password === '';
  if (!leadsOn) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });
  // The path stays the one that was asked for: an answer brings only which page is next.
  const page = new URL(first);
  page.search = url.search;
  return page;
}
