import { packagedExtension } from './packagedExtension.ts';

/** The path of the .vsix; an old one would test something else than what one reads. */
export function requirePackage(): string {
  const { path, fresh } = packagedExtension();
  if (!fresh) throw new Error(`Run "npm run package" first: ${path} is missing or out of date.`);
  return path;
}
