// How long so many threads take to read and analyse a corpus: `analysed.js FOLDER WORKERS` prints seconds.
import { Loader } from '../../src/load/loader.ts';

const [folder = '', workers = ''] = process.argv.slice(2);
const loader = new Loader({ paths: [folder], workers: Number(workers) });
const from = performance.now();
const { articles } = await loader.read();
const { isAll } = await loader.part({}, Number.POSITIVE_INFINITY);
const seconds = (performance.now() - from) / 1000;
if (!isAll || articles.length === 0) throw new Error('not all articles were analysed');
await loader.close();
console.log(seconds);
