import type { Request } from 'express';
import { TwilioError } from '../twilioError';

/** One page of a list as Twilio's v1 APIs give it, chosen by PageSize (50, at most 1000) and Page (from 0). */
export function listPage(request: Request, host: string, key: string, all: readonly object[]): object {
  const size = wholeNumber(request.query.PageSize, 'PageSize', { otherwise: 50, least: 1, most: 1000 });
  const page = wholeNumber(request.query.Page, 'Page', { otherwise: 0, least: 0, most: 1_000_000 });
  // Routers may be mounted in one another, the outermost under the host's own path.
  const path = (request.baseUrl + request.path).replace(/^.*?(?=\/v1\/)/, '').replace(/\/$/, '');
  const url = (number: number): string => {
    const token = number > 0 ? `&PageToken=PT${number}` : '';
    return `${host}${path}?PageSize=${size}&Page=${number}${token}`;
  };
  return {
    [key]: all.slice(page * size, (page + 1) * size),
    meta: {
      page,
      page_size: size,
      first_page_url: url(0),
      previous_page_url: page > 0 ? url(page - 1) : null,
      url: url(page),
      next_page_url: all.length > (page + 1) * size ? url(page + 1) : null,
      key,
    },
  };
}

function wholeNumber(
  value: unknown,
  name: string,
  { otherwise, least, most }: { readonly otherwise: number; readonly least: number; readonly most: number },
): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (typeof value === 'string' && /^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new TwilioError(400, 20001, `${name} must be a whole number from ${least} to ${most}`);
}
