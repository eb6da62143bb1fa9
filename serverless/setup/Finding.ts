/** One thing that the doctor looked at. */
export type Finding =
  | { readonly kind: 'ok'; readonly what: string }
  /** Nothing to put right, but not to be taken for granted either. */
  | { readonly kind: 'note'; readonly what: string }
  | { readonly kind: 'wrong'; readonly what: string; /** What to do. */ readonly advice: string };

export const fine = (what: string): Finding => ({ kind: 'ok', what });
export const note = (what: string): Finding => ({ kind: 'note', what });
export const wrong = (what: string, advice: string): Finding => ({ kind: 'wrong', what, advice });

/** As the doctor prints it. */
export function describeFinding(finding: Finding): string {
  if (finding.kind === 'wrong') return `WRONG  ${finding.what}\n       ${finding.advice}`;
  return `${finding.kind === 'ok' ? 'ok    ' : 'note  '} ${finding.what}`;
}
