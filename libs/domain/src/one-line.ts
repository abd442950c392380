/**
 * A text of one line: no control character, and something to read. The characters are spelt out since the pattern stands
 * in documents that programs in other languages read, and not every one of them knows `\p{Cc}`.
 */
export const ONE_LINE =
  // oxlint-disable-next-line no-control-regex
  /^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$/;
