import { safeRefreshUrl } from './safeRefreshUrl';

it.each([
  'https://realtime-dashboard-serverless-1234-dev.twil.io/refreshDashboard',
  'https://functions.example.com:8443/refreshDashboard',
  'http://localhost:3001/refreshDashboard',
  'http://127.0.0.1:3001/refreshDashboard',
  'http://[::1]:3001/refreshDashboard',
])('is the address given %s', (address) => {
  expect(safeRefreshUrl(address)).toBe(address);
});

it.each([
  'http://functions.example.com/refreshDashboard',
  'http://localhost.example.com/refreshDashboard',
  'https://user:secret@functions.example.com/refreshDashboard',
  'ftp://localhost/refreshDashboard',
  'javascript:alert(1)',
  '//functions.example.com/refreshDashboard',
  'refreshDashboard',
  '',
])('is undefined given %j', (address) => {
  expect(safeRefreshUrl(address)).toBeUndefined();
});
