import { findBrowser } from './findBrowser';

it('is the browser named by CHROME_PATH, wherever it lies', async () => {
  const { executablePath } = await findBrowser({ CHROME_PATH: process.execPath });
  expect(executablePath).toBe(process.execPath);
});

it('says so given a CHROME_PATH that names no file, and does not look further', async () => {
  await expect(findBrowser({ CHROME_PATH: '/nowhere/chrome' })).rejects.toThrow(
    /CHROME_PATH names \/nowhere\/chrome/,
  );
});
