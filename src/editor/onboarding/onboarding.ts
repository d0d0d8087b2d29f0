export { openSampleFile } from './openSampleFile.ts';
export { tourSample } from './tourSample.ts';
