import { COMMANDS } from '../output/words.ts';
import { FLAG_WORDS, type FlagWords } from './flags.ts';
import { CACHE, COMPLETION, CONFIG } from './words.ts';

/** The other words that a command line may begin with, and what they do. */
const OTHER_WORDS: readonly (readonly [word: string, does: string])[] = [
  ['tour', 'the explorer with a tour of it in eight steps'],
  [CACHE, 'what is kept of articles that were analysed, or its removal'],
  [CONFIG, 'print the settings in force and where each comes from'],
  [COMPLETION, 'print what makes a shell complete'],
];
const WORDS = [...COMMANDS.map(({ name, does }) => [name, does] as const), ...OTHER_WORDS];

const SHELLS = { bash, zsh, fish };
export type Shell = keyof typeof SHELLS;
/** The shells that can be made to complete. */
export const SHELL_NAMES = Object.keys(SHELLS) as Shell[];

/** What makes a shell complete commands, flags, their values and files. */
export function completionFor(shell: Shell): string {
  return SHELLS[shell]();
}

/** Both ways to write a flag. */
function forms({ flag, short }: FlagWords): readonly string[] {
  return short ? [`-${short}`, flag] : [flag];
}

function bash(): string {
  const values = FLAG_WORDS.flatMap((words) => {
    if (words.value === undefined) return [];
    const does = Array.isArray(words.choices)
      ? `COMPREPLY=($(compgen -W '${words.choices.join(' ')}' -- "$cur"))`
      : words.choices === 'files'
        ? 'COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null'
        : ':';
    return [`    ${forms(words).join(' | ')}) ${does}; return ;;`];
  });
  return `# bash completion of crisis-tui
_crisis_tui() {
  local IFS=$' \\t\\n' cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]}
  # --format=csv comes as three words.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case $prev in
${values.join('\n')}
    ${COMPLETION}) COMPREPLY=($(compgen -W '${SHELL_NAMES.join(' ')}' -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W '${FLAG_WORDS.flatMap(forms).join(' ')}' -- "$cur"))
    return
  fi
  IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$cur"))
  compopt -o filenames 2>/dev/null
  if ((COMP_CWORD == 1)); then
    IFS=$' \\t\\n'
    local words=($(compgen -W '${WORDS.map(([word]) => word).join(' ')}' -- "$cur"))
    # A folder of that name is not meant.
    if ((\${#words[@]} > 0)); then
      compopt +o filenames 2>/dev/null
      COMPREPLY=("\${words[@]}")
    fi
  fi
}
complete -F _crisis_tui crisis-tui
`;
}

function zsh(): string {
  const specs = FLAG_WORDS.map((words) => {
    const { flag, short, value, does, choices } = words;
    const said = `[${zshSaid(does)}]`;
    const many = does.includes('may be repeated') ? '*' : '';
    const after =
      value === undefined
        ? ''
        : `:${zshSaid(value)}:${Array.isArray(choices) ? `(${choices.join(' ')})` : choices === 'files' ? '_files' : ''}`;
    return short
      ? `    '(-${short} ${flag})'{-${short},${flag}}'${said}${after}'`
      : `    '${many}${flag}${said}${after}'`;
  });
  return `#compdef crisis-tui
# zsh completion of crisis-tui
_crisis_tui() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -s -S \\
${specs.map((spec) => `${spec} \\`).join('\n')}
    '1: :->first' \\
    '*: :->rest' && return 0
  local -a words_of
  words_of=(
${WORDS.map(([word, does]) => `    '${word}:${zshSaid(does)}'`).join('\n')}
  )
  case $state in
    first) _alternative 'commands:command:{_describe command words_of}' 'files:file:_files' ;;
    rest)
      if [[ $line[1] == ${COMPLETION} ]]; then _values shell ${SHELL_NAMES.join(' ')}; else _files; fi
      ;;
  esac
}
if [[ $funcstack[1] == _crisis_tui ]]; then _crisis_tui "$@"; else compdef _crisis_tui crisis-tui; fi
`;
}

/** In single quotes, where brackets and colons mean something. */
function zshSaid(text: string): string {
  return text.replaceAll("'", '’').replaceAll(/[[\]:\\]/g, '\\$&');
}

function fish(): string {
  const first = `not __fish_seen_subcommand_from ${WORDS.map(([word]) => word).join(' ')}`;
  const flags = FLAG_WORDS.map(({ flag, short, value, does, choices }) =>
    [
      'complete -c crisis-tui',
      ...(short ? [`-s ${short}`] : []),
      `-l ${flag.slice(2)}`,
      ...(value === undefined ? [] : choices === 'files' ? ['-r -F'] : ['-x']),
      ...(Array.isArray(choices) ? [`-a '${choices.join(' ')}'`] : []),
      `-d '${fishSaid(does)}'`,
    ].join(' '),
  );
  const words = WORDS.map(([word, does]) => `complete -c crisis-tui -n '${first}' -a ${word} -d '${fishSaid(does)}'`);
  return `# fish completion of crisis-tui
${flags.join('\n')}
${words.join('\n')}
complete -c crisis-tui -f -n '__fish_seen_subcommand_from ${COMPLETION}' -a '${SHELL_NAMES.join(' ')}'
`;
}

function fishSaid(text: string): string {
  return text.replaceAll(/[\\']/g, '\\$&');
}
