/** One thing that the doctor looked at. */
export type Finding =
  | { readonly ok: true; readonly what: string }
  | { readonly ok: false; readonly what: string; /** What to do. */ readonly advice: string };

export const fine = (what: string): Finding => ({ ok: true, what });
export const wrong = (what: string, advice: string): Finding => ({ ok: false, what, advice });
