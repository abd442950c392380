import { formatFault } from '#domain/fault';
import { testTemplate } from '#rehearsal/acceptance';
import { contextOf, listTemplates, loadPackage } from '#templates/load';
import { rulesFolder } from '#templates/rules-folder';

/** Every shipped template is data alone, checks whole, and answers its acceptance cases. Simulator, real rules. */
const shipped = await listTemplates();

describe('the shipped templates', () => {
  it('are the reference contract and three of other kinds', () => {
    expect(shipped).toEqual([
      'goods-supply-2025',
      'it-support-2025',
      'maintenance-2025',
      'tiered-support-2025',
    ]);
  });

  it.each(shipped)('%s checks whole and answers its acceptance cases', async (id) => {
    const source = await loadPackage(id);
    const { faults, results } = await testTemplate(source.files, await contextOf(source, rulesFolder()));
    expect(faults.map(formatFault)).toEqual([]);
    const failed = results.filter(({ passed }) => !passed);
    expect(
      failed.map(({ name, faults: why, differences }) => [name, ...why.map(formatFault), ...differences]),
    ).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(4);
  });
});
