import type { Row } from './collection.ts';

/** TaskRouter's answer to a GET request. The body is JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An error in Twilio's format, see
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions.
 *
 * @param code an error code of Twilio, such as 20404
 */
export function apiError(status: number, code: number, message: string): ApiAnswer {
  const moreInfo = `https://www.twilio.com/docs/errors/${code}`;
  return { status, body: JSON.stringify({ code, message, more_info: moreInfo, status }) };
}

export interface ListRead {
  /** Absolute, without a query. */
  readonly url: string;
  /** The list's key in the answer. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly rows: readonly Row[];
  /** The sort key. Rows with equal keys are in the order of their SIDs. */
  readonly order: (row: Row) => number;
  readonly descending: boolean;
}

/** A page starts after this row, or ends before it. The row itself may no longer exist. */
interface Cursor {
  readonly side: 'after' | 'before';
  readonly order: number;
  readonly sid: string;
}

/**
 * Answers one page of a list, see https://www.twilio.com/docs/usage/twilios-response#pagination. A
 * page token names a position between rows and not an offset, so that a client which follows
 * `next_page_url` sees no row twice and misses none when rows are added or removed meanwhile.
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
  const position = (row: Row) => ({ order: read.order(row), sid: row.sid });
  const rows = read.rows.toSorted((one, other) => compare(position(one), position(other)));

  let start = 0;
  let end = size;
  if (cursor) {
    const after = cursor.side === 'after';
    const found = rows.findIndex((row) => compare(position(row), cursor) >= (after ? 1 : 0));
    const boundary = found < 0 ? rows.length : found;
    start = after ? boundary : Math.max(0, boundary - size);
    end = after ? boundary + size : boundary;
  }
  const shown = rows.slice(start, end);
  const [first, last] = [shown[0], shown.at(-1)];
  const link = (number: number, at?: Cursor) => pageUrl(read, size, number, at);
  const meta = {
    page,
    page_size: size,
    first_page_url: link(0),
    previous_page_url:
      start > 0 && first ? link(page - 1, { side: 'before', ...position(first) }) : null,
    url: link(page, cursor),
    next_page_url:
      end < rows.length && last ? link(page + 1, { side: 'after', ...position(last) }) : null,
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
