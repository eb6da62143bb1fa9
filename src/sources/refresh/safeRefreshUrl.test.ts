import { safeRefreshUrl } from './safeRefreshUrl';

it.each([
  'https://realtime-dashboard-serverless-1234-dev.twil.io/refreshDashboard',
  'https://realtime-dashboard-serverless-1234-prod.sydney.au1.twil.io/refreshDashboard',
  'http://localhost:3001/refreshDashboard',
  'http://127.0.0.1:3001/refreshDashboard',
  'http://[::1]:3001/refreshDashboard',
])('is the address given %s', (address) => {
  expect(safeRefreshUrl(address)).toBe(address);
});

it.each([
  'http://realtime-dashboard-serverless-1234-dev.twil.io/refreshDashboard',
  'https://functions.example.com/refreshDashboard',
  'https://twil.io/refreshDashboard',
  'https://eviltwil.io/refreshDashboard',
  'https://x.twil.io.example.com/refreshDashboard',
  'https://x.twil.io:8443/refreshDashboard',
  'https://user:secret@x.twil.io/refreshDashboard',
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

it('is the address of another host that Flex Configuration names, with its port, over HTTPS alone', () => {
  const named = ['functions.example.com:8443', 'proxy.example.com'];
  const addresses = [
    'https://functions.example.com:8443/refreshDashboard',
    'https://proxy.example.com/refreshDashboard',
    'https://proxy.example.com:8443/refreshDashboard',
    'https://functions.example.com/refreshDashboard',
    'https://a.proxy.example.com/refreshDashboard',
    'http://proxy.example.com/refreshDashboard',
  ];
  expect(addresses.filter((address) => safeRefreshUrl(address, named))).toEqual(addresses.slice(0, 2));
});
