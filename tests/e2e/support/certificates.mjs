// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates for one test run, made with the openssl program: an authority and what it signs.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryFolder } from './gateway.mjs';

const ecKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export class Authority {
  constructor(name = 'Test authority') {
    this.folder = temporaryFolder();
    this.file = path.join(this.folder, 'ca.pem');
    this.#openssl('req', '-x509', '-subj', `/CN=${name}`, ...ecKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30');
  }

  get pem() { return readFileSync(this.file); }

  /// A server's {certificate, key} as files; negative days: expired.
  server(name, names = 'DNS:localhost,IP:127.0.0.1', days = 30) {
    writeFileSync(path.join(this.folder, `${name}.ext`), `subjectAltName=${names}\n`);
    this.#openssl('req', '-new', '-subj', `/CN=${name}`, ...ecKey, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    this.#openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial',
      '-days', `${days}`, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return { certificate: path.join(this.folder, `${name}.pem`), key: path.join(this.folder, `${name}.key`) };
  }

  #openssl(...args) { execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' }); }
}
