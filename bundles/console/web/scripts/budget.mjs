// Fails the build when the JavaScript that the first page needs grows past its budget.
import fs from 'node:fs';
import path from 'node:path';

const LIMIT_KIB = { first: 250, all: 500 };

export function checkBudget(out) {
  const manifest = JSON.parse(fs.readFileSync(path.join(out, '.vite/manifest.json'), 'utf8'));
  const size = (file) => fs.statSync(path.join(out, file + '.gz')).size / 1024;
  const first = new Set();
  const need = (key) => {
    if (first.has(key)) return;
    first.add(key);
    (manifest[key].imports ?? []).forEach(need);
  };
  need('index.html');
  const sum = (keys) =>
    [...new Set([...keys].map((key) => manifest[key].file))]
      .filter((file) => file.endsWith('.js'))
      .reduce((total, file) => total + size(file), 0);
  const sizes = { first: sum(first), all: sum(Object.keys(manifest)) };
  console.log(
    `console: first page ${sizes.first.toFixed(1)} KiB of gzipped JavaScript (at most ${LIMIT_KIB.first}), ` +
      `all ${sizes.all.toFixed(1)} (at most ${LIMIT_KIB.all})`,
  );
  for (const [what, limit] of Object.entries(LIMIT_KIB))
    if (sizes[what] > limit) throw new Error(`The console's JavaScript (${what}) is over its budget of ${limit} KiB.`);
}
