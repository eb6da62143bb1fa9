import { lexFormula, type Lexeme } from './lexFormula';

const opening = ['(', '[', '{', '${'];
const closing = [')', ']', '}'];
/** Names after which an expression begins, so that what follows is no call and no index of theirs. */
const operators = ['typeof', 'void', 'in', 'return'];

/** Pieces of a formula from one to another, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** An arrow around a place in a formula, and the bracket it stands in. */
export interface OpenArrow {
  readonly parameters: Range;
  /** Index of the bracket; -1 when the arrow stands in none. */
  readonly bracket: number;
}

/** A formula that may be half typed, as pieces whose brackets are matched as far as they can be. Comments are left out. */
export class FormulaText {
  readonly lexemes: readonly Lexeme[];
  private readonly partners = new Map<number, number>();

  constructor(readonly text: string) {
    this.lexemes = lexFormula(text).filter(({ kind }) => kind !== 'comment');
    const open: number[] = [];
    this.lexemes.forEach((lexeme, index) => {
      if (lexeme.kind !== 'punctuation') return;
      if (opening.includes(lexeme.source)) open.push(index);
      if (!closing.includes(lexeme.source)) return;
      const partner = open.pop();
      if (partner === undefined) return;
      this.partners.set(index, partner);
      this.partners.set(partner, index);
    });
  }

  /** The text of a piece; empty where there is none. */
  at(index: number): string {
    return this.lexemes[index]?.source ?? '';
  }

  /** The text of pieces and what stands between them. */
  slice({ first, last }: Range): string {
    return this.text.slice(this.lexemes[first]?.start, this.lexemes[last]?.end);
  }

  /** The bracket that belongs to a bracket; undefined while it is not typed. */
  partner(index: number): number | undefined {
    return this.partners.get(index);
  }

  isDot(index: number): boolean {
    return this.at(index) === '.' || this.at(index) === '?.';
  }

  /** Whether a value ends with this piece, so that a dot, a call or an operator may follow. */
  endsValue(index: number): boolean {
    const lexeme = this.lexemes[index];
    if (!lexeme) return false;
    if (lexeme.kind === 'name') return this.isDot(index - 1) || !operators.includes(lexeme.source);
    if (lexeme.kind === 'template') return lexeme.source.endsWith('`');
    return ['number', 'text'].includes(lexeme.kind) || closing.includes(lexeme.source);
  }

  /** The chain of reads and calls that ends with a piece: `data.queues[0]`, `queue('Support').realtime`; undefined if none does. */
  chainEndingAt(last: number): Range | undefined {
    let index = last;
    while (this.endsValue(index)) {
      const source = this.at(index);
      if (closing.includes(source)) {
        const open = this.partner(index);
        if (open === undefined) return undefined;
        const before = this.at(open - 1) === '?.' ? open - 2 : open - 1;
        const belongs = source !== '}' && this.endsValue(before);
        if (!belongs) return { first: open, last };
        index = before;
      } else if (this.isDot(index - 1)) index -= 2;
      else return { first: index, last };
    }
    return undefined;
  }

  /** The bracket that is open before a piece; -1 when none is. */
  bracketAround(index: number): number {
    for (let at = index - 1; at >= 0; at--) {
      const source = this.at(at);
      if (closing.includes(source) && this.lexemes[at]?.kind === 'punctuation') at = this.partner(at) ?? at;
      else if (opening.includes(source) && this.lexemes[at]?.kind === 'punctuation') return at;
    }
    return -1;
  }

  /** What stands between the commas of a bracket, as far as it is typed. */
  partsOf(bracket: number): readonly Range[] {
    const parts: Range[] = [];
    const end = this.partner(bracket) ?? this.lexemes.length;
    let first = bracket + 1;
    for (let index = first; index <= end; index++) {
      if (index === end || this.at(index) === ',') {
        if (index > first) parts.push({ first, last: index - 1 });
        first = index + 1;
      } else if (opening.includes(this.at(index))) index = this.partner(index) ?? index;
    }
    return parts;
  }

  /** The arrows whose bodies a piece stands in, the outermost first. */
  arrowsAround(index: number): readonly OpenArrow[] {
    const frames: { bracket: number; arrows: OpenArrow[] }[] = [{ bracket: -1, arrows: [] }];
    for (let at = 0; at < index; at++) {
      const source = this.at(at);
      const isPunctuation = this.lexemes[at]?.kind === 'punctuation';
      const frame = frames[frames.length - 1];
      if (isPunctuation && opening.includes(source)) frames.push({ bracket: at, arrows: [] });
      else if (isPunctuation && closing.includes(source) && frames.length > 1) frames.pop();
      else if (isPunctuation && source === ',' && frame) frame.arrows = [];
      else if (source === '=>' && frame) {
        const first = this.at(at - 1) === ')' ? this.partner(at - 1) : at - 1;
        if (first !== undefined && first >= 0)
          frame.arrows.push({ parameters: { first, last: at - 1 }, bracket: frame.bracket });
      }
    }
    return frames.flatMap(({ arrows }) => arrows);
  }
}
