import { parseDocument } from '#decisions/schema-faults';
import { formatFault } from '#domain/fault';
import { PARTY_BINDINGS } from './bindings.js';
import { partiesSchema, sampleParties } from './parties.js';

describe('partiesSchema', () => {
  it('accepts the sample parties', () => {
    expect(parseDocument(partiesSchema, sampleParties)).toEqual({ value: sampleParties });
    expect(PARTY_BINDINGS).toHaveLength(16);
  });

  it('names every member that is wrong', () => {
    const { email: _, ...withoutEmail } = sampleParties.client;
    const given = {
      client: { ...withoutEmail, emial: 'x' },
      provider: { ...sampleParties.provider, fullName: ' ', telephone: 'a\nb' },
    };
    const parsed = parseDocument(partiesSchema, given, 'parties');
    expect('faults' in parsed && parsed.faults.map(formatFault)).toEqual([
      'parties.client.email: is missing, allowed is text',
      expect.stringMatching(/^parties\.client\.emial: unknown member "emial", did you mean "email"\?/),
      'parties.provider.fullName: is " ", allowed is one line of text',
      'parties.provider.telephone: is "a\\nb", allowed is one line of text',
    ]);
  });
});
