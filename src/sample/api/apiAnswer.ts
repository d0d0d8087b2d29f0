import type { Row } from './collection.ts';

/** What TaskRouter answers to a read. The body is JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An error as Twilio writes it, see
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions.
 *
 * @param code Twilio's, such as 20404
 */
export function apiError(status: number, code: number, message: string): ApiAnswer {
  const moreInfo = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: JSON.stringify({ code, message, more_info: moreInfo, status }) };
}

export interface ListRead {
  /** Absolute, without a query. */
  readonly url: string;
  /** What the API calls the list. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly rows: readonly Row[];
  /** What to order by; equal rows stand in the order of their SIDs. */
  readonly order: (row: Row) => number;
  readonly descending: boolean;
}

/** A page begins after one row, or ends before it. The row itself may be gone by then. */
interface Cursor {
  readonly side: 'after' | 'before';
  readonly order: number;
  readonly sid: string;
}

/**
 * One page of a list. Page tokens name a place between rows, not a number of rows, so that whoever
 * follows `next_page_url` sees no row twice and misses none when rows come and go meanwhile.
 */
export function answerList(read: ListRead): ApiAnswer {
  const size = wholeNumber(read.query.get('PageSize') ?? '50');
  if (size === undefined || size < 1 || size > 1000) {
    return apiError(400, 20001, 'Page size must be between 1 and 1000');
  }
  const page = wholeNumber(read.query.get('Page') ?? '0');
  const token = read.query.get('PageToken');
  const cursor = token === null ? undefined : decode(token);
  if (page === undefined || (token === null ? page > 0 : !cursor)) {
    return apiError(400, 20001, 'Invalid page: follow next_page_url of the page before');
  }

  const direction = read.descending ? -1 : 1;
  const compare = (one: Omit<Cursor, 'side'>, other: Omit<Cursor, 'side'>) =>
    direction * (one.order - other.order) || (one.sid < other.sid ? -1 : +(one.sid > other.sid));
  const place = (row: Row) => ({ order: read.order(row), sid: row.sid });
  const rows = read.rows.toSorted((one, other) => compare(place(one), place(other)));

  let start = 0;
  let end = size;
  if (cursor) {
    const after = cursor.side === 'after';
    const found = rows.findIndex((row) => compare(place(row), cursor) >= (after ? 1 : 0));
    const border = found < 0 ? rows.length : found;
    start = after ? border : Math.max(0, border - size);
    end = after ? border + size : border;
  }
  const shown = rows.slice(start, end);
  const [first, last] = [shown[0], shown.at(-1)];
  const link = (number: number, at?: Cursor) => pageUrl(read, size, number, at);
  const meta = {
    page,
    page_size: size,
    first_page_url: link(0),
    previous_page_url:
      start > 0 && first ? link(page - 1, { side: 'before', ...place(first) }) : null,
    url: link(page, cursor),
    next_page_url:
      end < rows.length && last ? link(page + 1, { side: 'after', ...place(last) }) : null,
    key: read.key,
  };
  const texts = shown.map((row) => row.text).join(',');
  return { status: 200, body: `{"meta":${JSON.stringify(meta)},"${read.key}":[${texts}]}` };
}

function pageUrl(read: ListRead, size: number, page: number, cursor?: Cursor): string {
  const query = new URLSearchParams(read.query);
  query.set('PageSize', String(size));
  query.set('Page', String(Math.max(0, page)));
  query.delete('PageToken');
  if (cursor) {
    query.set('PageToken', encode(cursor));
  }
  return `${read.url}?${query.toString()}`;
}

function encode({ side, order, sid }: Cursor): string {
  const text = `${side}/${order}/${sid}`;
  return `PT${Array.from(text, (character) => character.charCodeAt(0).toString(16)).join('')}`;
}

function decode(token: string): Cursor | undefined {
  const digits = /^PT((?:[0-9a-f]{2})+)$/.exec(token)?.[1] ?? '';
  const codes = digits.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
  const parts = /^(after|before)\/(-?[\d.]+)\/(\w+)$/.exec(String.fromCharCode(...codes));
  const [, side, order, sid] = parts ?? [];
  return side && order && sid
    ? { side: side === 'after' ? 'after' : 'before', order: Number(order), sid }
    : undefined;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
