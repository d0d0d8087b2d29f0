export interface ReleaseCheck {
  readonly what: string;
  /** Why the check failed; empty if it passed. */
  readonly problems: readonly string[];
}

/** A tenth more than it has now, with the routing engine and what explains a Task's way. */
const MOST_BYTES = 420 * 1024;
const ICON_PIXELS = 256;

/** The files that may be packaged. Pictures of the README are not: it links to the repository. */
const ALLOWED: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(?:package\.json|package\.nls(?:\.[a-z-]+)?\.json|(?:readme|changelog)\.md|LICENSE\.txt)$/,
  /^extension\/l10n\/bundle\.l10n\.[a-z-]+\.json$/,
  /^extension\/dist\/(?:[A-Za-z.]+\.cjs|THIRD-PARTY-NOTICES\.txt)$/,
  /^extension\/dist\/webview\/(?:details\.(?:js|css)|icons\/[a-z]+-(?:light|dark)\.svg)$/,
  /^extension\/media\/(?:icon\.png|taskrouter\.svg|walkthrough\/[a-z]+\.svg|language\/[a-z]+\.(?:json|svg)|schemas\/[a-z-]+\.schema\.json)$/,
];

const REQUIRED = [
  ...['package.json', 'package.nls.json', 'readme.md', 'changelog.md', 'LICENSE.txt'],
  ...['dist/extension.cjs', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/webview/details.js'],
];

/** The requirements for publishing to the Visual Studio Marketplace and Open VSX. */
export function releaseChecks({ files, size, log }: Release): readonly ReleaseCheck[] {
  const text = (name: string) => files.get(`extension/${name}`)?.toString('utf8') ?? '';
  const manifest = JSON.parse(text('package.json')) as PackedManifest;
  const unknown = [...files.keys()].filter((name) => !ALLOWED.some((one) => one.test(name)));
  const missing = REQUIRED.filter((name) => !files.has(`extension/${name}`));
  return [
    {
      what: 'vsce packages it without a warning',
      problems: log.split('\n').filter((line) => /\bWARN(?:ING)?\b/.test(line)),
    },
    { what: `the version is ${manifest.version}`, problems: versionProblems(manifest) },
    changelogCheck(manifest, text('changelog.md')),
    {
      what: `${files.size} files, each of which may be packed, and none is missing`,
      problems: [
        ...unknown.map((name) => `${name} may not be packed`),
        ...missing.map((name) => `${name} is missing`),
      ],
    },
    {
      what: `${size} of ${MOST_BYTES} bytes`,
      problems: size > MOST_BYTES ? [`${size - MOST_BYTES} bytes too many`] : [],
    },
    {
      what: 'the notices name each package that is bundled',
      problems: noticeProblems(manifest, text('dist/THIRD-PARTY-NOTICES.txt')),
    },
    {
      what: 'name, licence, repository, categories, keywords and banner are there',
      problems: listingProblems(manifest),
    },
    {
      what: `the icon has ${ICON_PIXELS} × ${ICON_PIXELS} pixels`,
      problems: iconProblems(files.get(`extension/${manifest.icon ?? ''}`)),
    },
    {
      what: 'the pictures of README are plain and found from elsewhere',
      problems: pictureProblems(text('readme.md')),
    },
  ];
}

function versionProblems({ version, engines, devDependencies }: PackedManifest): string[] {
  const types = devDependencies['@types/vscode'] ?? '';
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : ['it is not three numbers']),
    ...(engines.vscode === `^${types}` ? [] : [`VS Code ${engines.vscode}, but types of ${types}`]),
  ];
}

function changelogCheck({ version }: PackedManifest, changelog: string): ReleaseCheck {
  const sections = changelog.split(/^## /m).slice(1);
  const [latest = ''] = sections;
  const [title = '', ...lines] = latest.split('\n');
  const points = lines.filter((line) => line.startsWith('- ')).length;
  const problems = [
    ...(title.split(' ')[0] === version ? [] : [`its first section is "${title}"`]),
    ...(points > 0 ? [] : ['that section says nothing']),
  ];
  return { what: `CHANGELOG begins with ${version} and says ${points} things of it`, problems };
}

function noticeProblems({ dependencies }: PackedManifest, notices: string): string[] {
  const named = [...Object.keys(dependencies), '@vscode/codicons'];
  return named
    .filter((name) => !notices.includes(`\n${name} `))
    .map((name) => `${name} is missing`);
}

function listingProblems(manifest: PackedManifest): string[] {
  const { publisher, license, repository, categories = [], keywords = [] } = manifest;
  const { color = '', theme = '' } = manifest.galleryBanner ?? {};
  const isListed: Readonly<Record<string, boolean>> = {
    publisher: Boolean(publisher),
    license: Boolean(license),
    'repository at GitHub': /^https:\/\/github\.com\/[\w-]+\/[\w-]+/.test(repository?.url ?? ''),
    categories: categories.length > 0,
    'four to thirty keywords': keywords.length >= 4 && keywords.length <= 30,
    galleryBanner: /^#[\da-f]{6}$/i.test(color) && ['light', 'dark'].includes(theme),
  };
  return Object.keys(isListed)
    .filter((name) => isListed[name] === false)
    .map((name) => `no ${name}`);
}

function iconProblems(icon: Buffer | undefined): string[] {
  if (icon?.toString('latin1', 1, 4) !== 'PNG') return ['there is no PNG'];
  const [width, height] = [icon.readUInt32BE(16), icon.readUInt32BE(20)];
  return width === ICON_PIXELS && height === ICON_PIXELS ? [] : [`it has ${width} × ${height}`];
}

/**
 * vsce turns relative links into absolute URLs if it finds them, which a `srcset` hides from it. VS Code's page of
 * an extension strips `<picture>` and `<source>`.
 */
function pictureProblems(readme: string): string[] {
  const sources = Array.from(readme.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/g), ([, src = '']) => src);
  return [
    ...(sources.length > 0 ? [] : ['it has none']),
    ...['<picture', 'srcset=']
      .filter((markup) => readme.includes(markup))
      .map((markup) => `VS Code does not show ${markup}`),
    ...sources.filter((src) => !src.startsWith('https://')).map((src) => `${src} is relative`),
  ];
}

/** The extension to publish. */
export interface Release {
  /** The size of the .vsix, in bytes. */
  readonly size: number;
  /** The files in the .vsix, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The output of the packager. */
  readonly log: string;
}

/** The checked fields of package.json. */
interface PackedManifest {
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
