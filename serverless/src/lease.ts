/**
 * What the lease document holds: the collection that was promised last. Whoever writes it hands the number out to itself
 * and owes the collection; that is the whole of the lease.
 */
export interface Lease {
  /** 1, 2, 3 ...: of two collections, the one with the higher number is the newer. */
  readonly number: number;
  /** When the collection begins, by the clock of whoever promised it: milliseconds since 1970. Never earlier, and not much later. */
  readonly due: number;
  /** The invocation that promised it. */
  readonly by: string;
  /** The invocation that promised the number before. It finds itself here when the answer to its write got lost. */
  readonly before?: string;
  /** Identity of this lease document, from its first promise until it is deleted: numbers of different lives are not comparable. */
  readonly life?: string;
  /** How long collections have taken of late, at the most, from the first request to the last answer: milliseconds. */
  readonly took?: number;
  /** Whether this is a trailing collection, after which nobody stays for another. */
  readonly trails?: boolean;
}

/** Before the first promise. */
export const noLease: Lease = { number: 0, due: -Infinity, by: '' };

/** Reads the document's data. Whatever is no lease counts as none: anybody in Flex can write any document. */
export function parseLease(data: unknown): Lease {
  const { number, due, by, life, took } =
    typeof data === 'object' && data !== null ? (data as Partial<Lease>) : {};
  // The next number must be one, too.
  const isLease =
    Number.isSafeInteger(Number(number) + 1) &&
    Number.isInteger(number) &&
    Number(number) >= 0 &&
    Number.isFinite(due) &&
    typeof by === 'string' &&
    ['string', 'undefined'].includes(typeof life) &&
    (took === undefined || Number.isFinite(took));
  return isLease ? (data as Lease) : noLease;
}
