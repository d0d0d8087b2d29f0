/** One kind of resource that a prefix stands for. */
export interface SidMeaning {
  /**
   * Twilio's name of the resource in the singular, as in its documentation: 'TaskQueue'. If several
   * products use the same noun, it includes the product: `Verify Service`. A proper name, not translated.
   */
  readonly name: string;
  /** The product, as the documentation names it: `TaskRouter`, `Programmable Voice`. */
  readonly product: string;
  /**
   * The API's path to fetch one such resource, with the parameter names of the OpenAPI document:
   * `/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`. Absent if it cannot be fetched by its SID.
   */
  readonly path?: string;
  /** First label of the host of `path`: `taskrouter` in `taskrouter.twilio.com`. */
  readonly host?: string;
  /** The page of the documentation, below `https://www.twilio.com/docs/`: `taskrouter/api/task`. */
  readonly docs: string;
}

export function docsUrl({ docs }: Pick<SidMeaning, 'docs'>): string {
  return `https://www.twilio.com/docs/${docs}`;
}

/** Values that all rows of one product share. */
interface Product {
  readonly name: string;
  /** First label of the API's host. */
  readonly host: string;
  /** The common start of the API paths. */
  readonly root: string;
  /** The common start of the documentation's pages. */
  readonly docs: string;
}

/**
 * `page` is below the product's `docs`; empty if the resource has no page of its own. `path` is below the
 * product's `root`; absent if the resource cannot be fetched by its SID.
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
