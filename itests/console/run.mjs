// Types, format, tests in the browser. With TEST_FAILURE_IGNORE=true failed tests end in the report alone, as with Maven's own.
import fs from 'node:fs';
import { spawnSync } from 'node:child_process';

const report = 'target/playwright-reports/TEST-console-pages.xml';
const run = (...words) => spawnSync('npx', ['--no-install', ...words], { stdio: 'inherit' }).status ?? 1;

fs.rmSync(report, { force: true });
const checks = [
  ['tsc', '-p', '.'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
].map((words) => run(...words));
const tests = run('playwright', 'test');
const counted = process.env.TEST_FAILURE_IGNORE === 'true' && fs.existsSync(report);
process.exit(checks.some((status) => status !== 0) || (tests !== 0 && !counted) ? 1 : 0);
