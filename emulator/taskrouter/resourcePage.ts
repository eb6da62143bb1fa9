import type { Request } from 'express';
import { TwilioError } from '../twilioError';

/**
 * One page of a list as Twilio's v1 APIs give it, chosen by PageSize (50, at most 1000) and Page (from 0).
 * A next page also carries a PageToken: it goes on after the last item given, whatever came or went before that.
 * `all` is in order of SIDs; only the page's own items are turned into resources.
 */
export function resourcePage<T extends { readonly sid: string }>(
  request: Request,
  key: string,
  all: readonly T[],
  resources: (items: readonly T[]) => readonly object[],
): Record<string, unknown> {
  const size = wholeNumber(request.query.PageSize, 'PageSize', 50, 1, 1000);
  const page = wholeNumber(request.query.Page, 'Page', 0, 0, Number.MAX_SAFE_INTEGER);
  const last = lastSid(request.query.PageToken);
  const rest = last === undefined ? all.slice(page * size) : all.filter(({ sid }) => sid > last);
  const items = rest.slice(0, size);
  const path = (request.baseUrl + request.path).replace(/^.*(?=\/v1\/)/, '').replace(/\/$/, '');
  const url = (number: number, token?: string): string => {
    const query = new URLSearchParams(request.query as Record<string, string>);
    query.set('PageSize', String(size));
    query.set('Page', String(number));
    query.delete('PageToken');
    if (token !== undefined) query.set('PageToken', token);
    return `https://taskrouter.twilio.com${path}?${query}`;
  };
  return {
    [key]: resources(items),
    meta: {
      page,
      page_size: size,
      first_page_url: url(0),
      previous_page_url: page > 0 ? url(page - 1) : null,
      url: url(page, last && tokenAfter(last)),
      next_page_url:
        rest.length > size ? url(page + 1, tokenAfter(items[items.length - 1]?.sid ?? '')) : null,
      key,
    },
  };
}

const tokenAfter = (sid: string): string => `PT${sid}`;

function lastSid(token: unknown): string | undefined {
  if (token === undefined) return undefined;
  const [, sid] = /^PT([A-Z]{2}[0-9a-f]{32})$/.exec(String(token)) ?? [];
  if (sid) return sid;
  throw new TwilioError(400, 20001, `PageToken '${String(token)}' is none that a page gave`);
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
