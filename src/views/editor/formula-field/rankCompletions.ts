import type { Completion, CompletionKind } from './Completion';

const kinds: readonly CompletionKind[] = [
  'parameter',
  'field',
  'queue',
  'activity',
  'word',
  'text',
  'method',
  'name',
];

/** Those that fit what is typed, the likeliest first; in each group in the order in which they are given. */
export function rankCompletions(completions: readonly Completion[], typed: string): readonly Completion[] {
  return completions
    .map((completion) => ({ completion, fit: fitOf(completion.label, typed) }))
    .filter(({ fit }) => fit < misfit)
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        distanceOf(a.completion) - distanceOf(b.completion) ||
        rankOf(a.completion) - rankOf(b.completion),
    )
    .map(({ completion }) => completion);
}

const misfit = 4;

/** 0 for the same beginning, then other cases, the beginning of one of its words, anywhere in it. */
function fitOf(label: string, typed: string): number {
  if (label.startsWith(typed)) return 0;
  const [within, wanted] = [label.toLowerCase(), typed.toLowerCase()];
  if (within.startsWith(wanted)) return 1;
  if (within.split(/[_ .-]/).some((word) => word.startsWith(wanted)) || within.includes(`_${wanted}`))
    return 2;
  return within.includes(wanted) ? 3 : misfit;
}

/** What lies deep in the data comes after what is at hand. */
const distanceOf = ({ place }: Completion): number => (place === undefined ? 0 : 1);
const rankOf = ({ kind }: Completion): number => kinds.indexOf(kind);
