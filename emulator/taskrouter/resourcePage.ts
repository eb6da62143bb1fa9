import type { Request } from 'express';
import { TwilioError } from '../twilioError';

/** One page of a list as Twilio's v1 APIs give it, chosen by PageSize (50, at most 1000) and Page (from 0). */
export function resourcePage(request: Request, key: string, all: readonly object[]): Record<string, unknown> {
  const size = wholeNumber(request.query.PageSize, 'PageSize', 50, 1, 1000);
  const page = wholeNumber(request.query.Page, 'Page', 0, 0, Number.MAX_SAFE_INTEGER);
  const url = (number: number): string => {
    const query = new URLSearchParams(request.query as Record<string, string>);
    query.set('PageSize', String(size));
    query.set('Page', String(number));
    return `https://taskrouter.twilio.com${request.path}?${query}`;
  };
  return {
    [key]: all.slice(page * size, (page + 1) * size),
    meta: {
      page,
      page_size: size,
      first_page_url: url(0),
      previous_page_url: page > 0 ? url(page - 1) : null,
      url: url(page),
      next_page_url: (page + 1) * size < all.length ? url(page + 1) : null,
      key,
    },
  };
}

function wholeNumber(value: unknown, name: string, otherwise: number, least: number, most: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (typeof value === 'string' && /^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new TwilioError(
    400,
    20001,
    `${name} '${String(value)}' is not a whole number from ${least} to ${most}`,
  );
}
