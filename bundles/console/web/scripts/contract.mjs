// The types of the REST client, made from the very files that the server checks requests with.
import fs from 'node:fs';
import path from 'node:path';
import yaml from 'js-yaml';
import openapiTS, { astToString } from 'openapi-typescript';

export const topics = path.resolve(import.meta.dirname, '../../../rest/src/main/resources/openapi');
const target = path.resolve(import.meta.dirname, '../src/generated/api.d.ts');

function merge(into, more) {
  for (const [key, value] of Object.entries(more)) {
    const present = into[key];
    const both = [present, value].every((it) => it !== null && typeof it === 'object' && !Array.isArray(it));
    if (both) merge(present, value);
    else into[key] = value;
  }
  return into;
}

export async function writeContract() {
  const document = {};
  for (const file of fs.readdirSync(topics).sort())
    merge(document, yaml.load(fs.readFileSync(path.join(topics, file), 'utf8')));
  // anchors become shared objects, which the generator would change twice
  const types = await openapiTS(JSON.parse(JSON.stringify(document)), { emptyObjectsUnknown: true });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, astToString(types));
}

if (process.argv[1] === import.meta.filename) await writeContract();
