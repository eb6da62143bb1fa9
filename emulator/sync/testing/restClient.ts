import twilio from 'twilio';

/** The real `twilio` library, sent to `restUrl` where it means https://sync.twilio.com. */
export function restClient(
  restUrl: string,
  credentials: { accountSid: string; user: string; password: string },
): twilio.Twilio {
  const httpClient = new twilio.RequestClient();
  const request = httpClient.request.bind(httpClient);
  httpClient.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://sync.twilio.com', restUrl) });
  const { accountSid, user, password } = credentials;
  return twilio(user, password, { accountSid, httpClient });
}
