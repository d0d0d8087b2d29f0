/** One kind of resource that a prefix stands for. */
export interface SidMeaning {
  /**
   * Twilio's name of the resource, singular, as its documentation writes it: `Task Queue`. It says by
   * itself what is meant, so a noun that products share carries the product's: `Verify Service`. A
   * proper name, not translated.
   */
  readonly name: string;
  /** The product, as the documentation names it: `TaskRouter`, `Programmable Voice`. */
  readonly product: string;
  /**
   * Where the API reads one such resource, with the names of the OpenAPI document:
   * `/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`. Absent where it reads none by its SID.
   */
  readonly path?: string;
  /** First label of the host of `path`: `taskrouter` in `taskrouter.twilio.com`. */
  readonly host?: string;
  /** The documentation's page below `https://www.twilio.com/docs/`: `taskrouter/api/task`. */
  readonly docs: string;
}

/** The page of Twilio's documentation on a kind of resource. */
export function docsUrl({ docs }: Pick<SidMeaning, 'docs'>): string {
  return `https://www.twilio.com/docs/${docs}`;
}

/** What the rows of one product share. */
interface Product {
  readonly name: string;
  /** First label of the API's host. */
  readonly host: string;
  /** What the API paths of the rows begin with. */
  readonly root: string;
  /** What the documentation's pages of the rows begin with. */
  readonly docs: string;
}

/**
 * The resource's page is the one below the product's `docs`; empty where only that one is known to
 * exist. The path is the one below `root`, absent where the API reads none by its SID.
 */
type Row = readonly [prefix: string, name: string, page: string, path?: string];

export type PrefixMeaning = readonly [prefix: string, meaning: SidMeaning];

/** The meanings of one product, in the order of its rows. */
export function productSids(product: Product, rows: readonly Row[]): PrefixMeaning[] {
  return rows.map(([prefix, name, page, path]) => [
    prefix,
    {
      name,
      product: product.name,
      ...(path !== undefined && { path: product.root + path, host: product.host }),
      docs: page === '' ? product.docs : `${product.docs}/${page}`,
    },
  ]);
}
