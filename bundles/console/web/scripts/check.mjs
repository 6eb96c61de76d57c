// Types, lint, format, unit tests. With TEST_FAILURE_IGNORE=true failed tests end in the report alone, as with Maven's own.
import { spawnSync } from 'node:child_process';

const run = (...words) => spawnSync('npx', ['--no-install', ...words], { stdio: 'inherit' }).status ?? 1;

const checks = [
  ['tsc', '-b'],
  ['eslint', '.', '--max-warnings', '0'],
  ['prettier', '--check', '--log-level', 'warn', '.'],
].map((words) => run(...words));
const tests = run('vitest', 'run');
const failed = checks.some((status) => status !== 0) || (tests !== 0 && process.env.TEST_FAILURE_IGNORE !== 'true');
process.exit(failed ? 1 : 0);
