import { Trouble } from '../trouble.ts';
import { commands } from './commands.ts';
import { leave, say } from './lines.ts';

const [name = 'help', ...words] = process.argv.slice(2);
process.exit(await carryOut().catch(leave));

async function carryOut(): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return help();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command.run(words);
  throw new Trouble(
    `There is no command ${name}; "guitai help" lists them.`,
    `没有命令 ${name}；用 guitai help 查看全部命令。`,
  );
}

function help(): number {
  say('npm run guitai -- <command>');
  say('');
  for (const [command, { summary }] of Object.entries(commands)) {
    say(`${command.padEnd(10)} ${summary}`);
  }
  return 0;
}
