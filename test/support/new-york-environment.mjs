// A Jest environment in which the process runs west of UTC. Set here, outside the sandbox: what a test itself puts into
// process.env does not reach Node's clock.
import { TestEnvironment } from 'jest-environment-node';

export default class NewYorkEnvironment extends TestEnvironment {
  #before = process.env.TZ;

  async setup() {
    process.env.TZ = 'America/New_York';
    await super.setup();
  }

  async teardown() {
    if (this.#before === undefined) delete process.env.TZ;
    else process.env.TZ = this.#before;
    await super.teardown();
  }
}
