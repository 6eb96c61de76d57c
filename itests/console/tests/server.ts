import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from './world';

const root = path.resolve(import.meta.dirname, '../../..');
const work = path.resolve(import.meta.dirname, '../target/server');

export const PASSWORD = 'a long enough password';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function until(what: string, seconds: number, look: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`${what} did not come up; see ${work}.`);
    await sleep(200);
  }
}

const archive = () => {
  const folder = path.join(root, 'karaf-assembly/target');
  const name = fs.readdirSync(folder).find((file) => /^standardops-.*\.tar\.gz$/.test(file));
  if (!name) throw new Error(`No download in ${folder}: build it first (mvn package -DskipTests).`);
  return path.join(folder, name);
};

/** The server as a person would run it; tests restart it by these two. */
export function startServer(): void {
  const environment = JSON.parse(process.env.CONSOLE_SERVER ?? '{}') as NodeJS.ProcessEnv;
  const child = spawn(path.join(work, 'server/bin/karaf'), ['server'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', fs.openSync(path.join(work, 'server.out'), 'a'), 'inherit'],
  });
  process.env.CONSOLE_SERVER_PID = String(child.pid);
}

export function killServer(): void {
  const lock = path.join(work, 'data/lock');
  const pid = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8').trim()) : 0;
  if (pid > 0)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it is gone
    }
}

export async function ready(): Promise<void> {
  const url = `${process.env.CONSOLE_URL}/api/v1/health/ready`;
  await until('The server', 180, () =>
    fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
}

export default async function setUp(): Promise<() => void> {
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(path.join(work, 'server'), { recursive: true });
  const unpacked = spawnSync('tar', ['xzf', archive(), '-C', path.join(work, 'server'), '--strip-components=1']);
  if (unpacked.status !== 0) throw new Error(String(unpacked.stderr));

  const ports = path.join(work, 'sandbox.json');
  const jar = path.join(root, 'examples/cdn-sandbox/target/cdn-sandbox.jar');
  const sandbox: ChildProcess = spawn('java', ['-jar', jar, '--port-file', ports], { stdio: 'ignore' });
  await until('The CDN sandbox', 30, () => fs.existsSync(ports) && fs.statSync(ports).size > 0);
  const { api, edge } = JSON.parse(fs.readFileSync(ports, 'utf8')) as { api: number; edge: number };
  const etc = path.join(work, 'server/etc');
  fs.writeFileSync(
    path.join(etc, 'org.standardops.tencentcloud.cfg'),
    `endpoint = http://127.0.0.1:${api}\nregion = ap-guangzhou\nsecretId = sandbox-secret-id\nsecretKey = sandbox-secret-key\n`,
  );
  fs.writeFileSync(path.join(etc, 'org.standardops.outbound.cfg'), 'allow = 127.0.0.1\n');

  const port = await freePort();
  process.env.CONSOLE_URL = `http://127.0.0.1:${port}`;
  process.env.CONSOLE_EDGE = `http://127.0.0.1:${edge}`;
  process.env.CONSOLE_SERVER = JSON.stringify({
    STANDARDOPS_DATA: path.join(work, 'data'),
    STANDARDOPS_HTTP_PORT: String(port),
    STANDARDOPS_SSH_PORT: '0',
    STANDARDOPS_ADMIN_PASSWORD: PASSWORD,
  });
  const end = () => {
    killServer();
    sandbox.kill();
  };
  process.on('exit', end);
  startServer();
  await ready();
  await prepare();
  return end;
}
