import twilio from 'twilio';
import { account, sid } from './account';
import { issueToken, readToken } from './token';

describe('readToken', () => {
  test('returns who, with which roles and until when, given a token that was issued here', () => {
    const before = Date.now();
    const claims = readToken(issueToken({ identity: 'ann', roles: ['admin'], expiresInSeconds: 60 }));
    expect(claims).toMatchObject({ identity: 'ann', roles: ['admin'] });
    expect(claims?.expiresAt).toBeGreaterThanOrEqual(before + 59_999);
    expect(claims?.expiresAt).toBeLessThanOrEqual(Date.now() + 60_001);
  });

  test('returns no roles given a token issued without any', () => {
    expect(readToken(issueToken({ identity: 'ann' }))?.roles).toEqual([]);
  });

  test('returns a time in the past given a token that has expired', () => {
    expect(readToken(issueToken({ identity: 'ann', expiresInSeconds: -1 }))?.expiresAt).toBeLessThan(
      Date.now(),
    );
  });

  test('returns identity and expiry given an access token made by the twilio library', () => {
    const token = new twilio.jwt.AccessToken(account.accountSid, sid('SK', 1), 'any secret', {
      identity: 'ann@example.com',
      ttl: 60,
    });
    const claims = readToken(token.toJwt());
    expect(claims).toMatchObject({ identity: 'ann@example.com', roles: [] });
    expect(claims?.expiresAt).toBeGreaterThan(Date.now());
  });

  test.each([
    ['nothing', ''],
    ['text', 'not-a-token'],
    ['three parts that are no JSON', 'a.b.c'],
    ['JSON without an expiry', `a.${Buffer.from('{"grants":{"identity":"ann"}}').toString('base64url')}.`],
    ['JSON without an identity', `a.${Buffer.from('{"exp":1,"grants":{}}').toString('base64url')}.`],
    ['an empty identity', `a.${Buffer.from('{"exp":1,"grants":{"identity":""}}').toString('base64url')}.`],
    ['JSON null', `a.${Buffer.from('null').toString('base64url')}.`],
  ])('returns undefined given %s', (_what, token) => {
    expect(readToken(token)).toBeUndefined();
  });
});

describe('issueToken', () => {
  test('never issues the same token twice, because twilio-sync ignores one that it has seen', () => {
    expect(issueToken({ identity: 'ann' })).not.toBe(issueToken({ identity: 'ann' }));
  });
});
