/** What is about to be published. */
export interface Release {
  /** In bytes, of the .vsix. */
  readonly size: number;
  /** What is in the .vsix, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** What the packager said. */
  readonly log: string;
}

/** What of package.json is looked at. */
export interface PackedManifest {
  readonly name: string;
  readonly publisher?: string;
  readonly version: string;
  readonly license?: string;
  readonly icon?: string;
  readonly categories?: readonly string[];
  readonly keywords?: readonly string[];
  readonly galleryBanner?: { readonly color?: string; readonly theme?: string };
  readonly repository?: { readonly url?: string };
  readonly engines: { readonly vscode: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
