/** A setting is wrong, or Temporal cannot be reached with it. The message names the variable. */
export class TemporalSettingProblem extends Error {
  readonly code = 'temporalSetting';

  constructor(
    readonly variable: string,
    problem: string,
  ) {
    super(`${variable}: ${problem}`);
    this.name = 'TemporalSettingProblem';
  }
}
