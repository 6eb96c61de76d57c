// Types, bundle, .gz beside each text file, list of files, budget. Left out while nothing changed since the last time.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { build } from 'vite';
import { checkBudget } from './budget.mjs';
import { topics, writeContract } from './contract.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = path.resolve(root, '../target/web');
const stamp = path.resolve(root, '../target/web.stamp');

const walk = (dir) =>
  fs
    .readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? walk(path.join(dir, entry.name)) : [path.join(dir, entry.name)]))
    .sort();

const inputs = [
  ...walk(topics),
  ...['src', 'scripts', 'public'].flatMap((dir) => walk(path.join(root, dir))).filter((f) => !f.includes('generated')),
  ...['index.html', 'package-lock.json', 'vite.config.ts'].map((file) => path.join(root, file)),
];
const hash = crypto.createHash('sha256');
for (const file of inputs) hash.update(file).update(fs.readFileSync(file));
const digest = hash.digest('hex');

if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest) {
  console.log('console: unchanged');
} else {
  await writeContract();
  await build({ root, logLevel: 'warn' });
  for (const file of walk(out))
    if (/\.(js|css|html|svg|json)$/.test(file) && !file.includes('.vite'))
      fs.writeFileSync(file + '.gz', zlib.gzipSync(fs.readFileSync(file), { level: 9 }));
  const served = walk(out)
    .map((file) => path.relative(out, file).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('.vite') && !file.endsWith('.gz') && file !== 'files.txt');
  fs.writeFileSync(path.join(out, 'files.txt'), served.join('\n') + '\n');
  checkBudget(out);
  fs.writeFileSync(stamp, digest);
}
