/** Lint beside types and build, so that two processors have something to do: `npm test` begins with it. */
import { spawn } from 'node:child_process';

/** The exit code of a script of the package. */
const run = (script) =>
  new Promise((resolve) => {
    spawn('npm', ['run', '-s', script], { stdio: 'inherit', shell: process.platform === 'win32' }).on('close', (code) =>
      resolve(code ?? 1),
    );
  });

const [lint, built] = await Promise.all([run('lint'), run('typecheck').then((code) => code || run('build'))]);
process.exit(lint || built);
