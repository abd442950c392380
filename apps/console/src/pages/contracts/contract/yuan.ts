/** `20,000` and `20000.5` as the API has them: `20000.00`, `20000.50`. */
export function yuanOf(text: string): string {
  const plain = text.replaceAll(/[,，\s¥￥]/g, '');
  const [whole = '', cents = ''] = plain.split('.');
  return /^\d+(\.\d{0,2})?$/.test(plain) ? `${whole}.${cents.padEnd(2, '0')}` : plain;
}
