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

  /// A server's {certificate, key} as files; negative days: expired; `from`: valid only
  /// from then on ("20990101000000Z").
  server(name, names = 'DNS:localhost,IP:127.0.0.1', days = 30, from = undefined) {
    writeFileSync(path.join(this.folder, `${name}.ext`), `subjectAltName=${names}\n`);
    this.#openssl('req', '-new', '-subj', `/CN=${name}`, ...ecKey, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    if (from) this.#signFrom(name, from);
    else this.#openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial',
      '-days', `${days}`, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return { certificate: path.join(this.folder, `${name}.pem`), key: path.join(this.folder, `${name}.key`) };
  }

  #signFrom(name, from) {
    writeFileSync(path.join(this.folder, 'ca.cnf'), '[ca]\ndefault_ca=own\n[own]\ndatabase=index\nserial=serial\n'
      + 'new_certs_dir=.\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n');
    writeFileSync(path.join(this.folder, 'index'), '');
    writeFileSync(path.join(this.folder, 'serial'), '1000\n');
    this.#openssl('ca', '-batch', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', `${name}.csr`,
      '-extfile', `${name}.ext`, '-startdate', from, '-days', '36500', '-notext', '-out', `${name}.pem`);
  }

  #openssl(...args) { execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' }); }
}
