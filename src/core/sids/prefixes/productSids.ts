import type { SidMeaning } from '../sidMeaning.ts';

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
