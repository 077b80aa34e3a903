/** `aismm completion`: a script with which a shell completes commands and options. */
import type { CommandModule } from 'yargs';
import { printData, printNote } from '../world.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** Where each shell reads its settings. */
const SETTINGS: Readonly<Record<Shell, string>> = {
  bash: '~/.bashrc',
  zsh: '~/.zshrc',
  fish: '~/.config/fish/completions/aismm.fish',
};

/** Each script asks `aismm --get-yargs-completions`, by `npx` where that was typed; other commands of `npx` are completed as before. */
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_aismm() {
  local words=("\${COMP_WORDS[@]:0:COMP_CWORD+1}") run=(aismm) replies
  COMPREPLY=()
  if [[ "\${words[0]}" == npx ]]; then
    [[ $COMP_CWORD -ge 2 && "\${words[1]}" == aismm ]] || return 0
    words=("\${words[@]:1}") run=(npx --no-install aismm)
  fi
  mapfile -t replies < <("\${run[@]}" --get-yargs-completions "\${words[@]}" 2>/dev/null)
  mapfile -t COMPREPLY < <(compgen -W "\${replies[*]}" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o bashdefault -o default -F _aismm aismm npx`,
  zsh: `_aismm() {
  local -a typed replies run
  typed=("\${(@)words[1,CURRENT]}") run=(aismm)
  if [[ "\${typed[1]}" == npx ]]; then
    [[ $CURRENT -ge 3 && "\${typed[2]}" == aismm ]] || { _default; return }
    typed=("\${(@)typed[2,-1]}") run=(npx --no-install aismm)
  fi
  replies=("\${(@f)$("\${run[@]}" --get-yargs-completions "\${typed[@]}" 2>/dev/null)}")
  compadd -- "\${(@)replies%%:*}" || _default
}
compdef _aismm aismm npx`,
  fish: `function __aismm
  set -l typed (commandline -opc) (commandline -ct)
  set -l run aismm
  if test "$typed[1]" = npx
    set -e typed[1]
    set run npx --no-install aismm
  end
  $run --get-yargs-completions $typed 2>/dev/null | string replace -r ':.*' ''
end
complete -c aismm -a '(__aismm)'
complete -c npx -n 'test (count (commandline -opc)) -ge 2; and test (commandline -opc)[2] = aismm' -a '(__aismm)'`,
};

export const completion: CommandModule<object, { shell: Shell }> = {
  command: 'completion [shell]',
  describe: 'Print a shell completion script for bash, zsh or fish',
  builder: (parser) =>
    parser
      .positional('shell', { choices: SHELLS, default: 'bash' as const, describe: 'Shell in which the script runs' })
      .example('aismm completion bash >> ~/.bashrc', 'Enable completion for “aismm” and “npx aismm” in bash'),
  handler: ({ shell }) => {
    printData(SCRIPTS[shell]);
    printNote(`Add this script to ${SETTINGS[shell]}, then open a new terminal.`);
  },
};
