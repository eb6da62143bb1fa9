import type { Request } from 'express';

/** A list that fits on one page, as Twilio's v1 APIs give it. */
export function listPage(request: Request, host: string, key: string, all: readonly object[]): object {
  const url = `${host}${request.path}?PageSize=50&Page=0`;
  return {
    [key]: all,
    meta: {
      page: 0,
      page_size: 50,
      first_page_url: url,
      previous_page_url: null,
      url,
      next_page_url: null,
      key,
    },
  };
}
