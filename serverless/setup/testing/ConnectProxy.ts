import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

/** A company's proxy, the only way out: it lets connections through to Twilio's hosts, which the emulator is. */
export class ConnectProxy {
  /** What it was asked to connect with: `taskrouter.twilio.com:443` */
  readonly asked: string[] = [];
  /** What came through: `POST example.twil.io/dashboardStats` */
  readonly served: string[] = [];
  /** The user and password that it was told last. */
  authorization: string | undefined;
  /** Status that it answers with; 200 lets the connection through. */
  status = 200;
  readonly certificate: string;

  private readonly folder = mkdtempSync(path.join(tmpdir(), 'proxy-'));
  private readonly proxy = http.createServer();
  private readonly twilio: https.Server;
  /** Of tunnels, which no server counts among its connections. */
  private readonly sockets = new Set<net.Socket>();

  private constructor(emulatorOrigin: string) {
    const pem = generate([{ name: 'commonName', value: 'twilio.com' }], {
      keySize: 2048,
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true },
        {
          name: 'subjectAltName',
          altNames: ['*.twilio.com', '*.twil.io'].map((value) => ({ type: 2, value })),
        },
      ],
    });
    this.certificate = path.join(this.folder, 'certificate.pem');
    writeFileSync(this.certificate, pem.cert);
    this.twilio = https.createServer({ key: pem.private, cert: pem.cert }, (request, response) => {
      const { method, headers, url } = request;
      this.served.push(`${method} ${headers.host}${url}`);
      const target = new URL(`/_tw/${headers.host}${url}`, emulatorOrigin);
      const onward = http.request(target, { method, headers, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    this.proxy.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
      this.asked.push(request.url ?? '');
      this.authorization = request.headers['proxy-authorization'];
      if (this.status !== 200) return socket.end(`HTTP/1.1 ${this.status} No\r\n\r\n`);
      const { port } = this.twilio.address() as AddressInfo;
      const onward = net.connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
      for (const each of [socket, onward]) {
        this.sockets.add(each);
        each.on('error', () => each.destroy());
      }
    });
  }

  static async start(emulatorOrigin: string): Promise<ConnectProxy> {
    const started = new ConnectProxy(emulatorOrigin);
    for (const server of [started.proxy, started.twilio])
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  /** `127.0.0.1:PORT` */
  get host(): string {
    return `127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    for (const server of [this.proxy, this.twilio]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    rmSync(this.folder, { recursive: true });
  }
}
