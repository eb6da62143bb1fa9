import { answerInTime } from './answerInTime';
import { CollectorError } from './CollectorError';

test('hands on what comes in time', async () => {
  await expect(answerInTime(Promise.resolve('done'), 1_000)).resolves.toBe('done');
  await expect(
    answerInTime(Promise.reject(new CollectorError(502, 'failed', '')), 1_000),
  ).rejects.toMatchObject({
    code: 'failed',
  });
});

test('gives up on what never comes', async () => {
  await expect(answerInTime(new Promise(() => undefined), 20)).rejects.toMatchObject({
    status: 503,
    code: 'out-of-time',
  });
});
