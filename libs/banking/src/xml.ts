import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Fault } from '#domain/fault';

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTE = '@';
const MOST_NESTED = 40;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element of an XML document, with the path that a fault names it by. Prefixes of names do not matter. */
export class XmlElement {
  constructor(
    private readonly node: Readonly<Record<string, unknown>>,
    readonly path: string,
  ) {}

  /** The children of a name, in order. */
  all(name: string): XmlElement[] {
    const found = this.node[name];
    if (!Array.isArray(found)) return [];
    const nodes: readonly unknown[] = found;
    const path = this.path === '' ? name : `${this.path}.${name}`;
    return nodes
      .filter((node) => typeof node === 'object' && node !== null)
      .map((node, index) => {
        const place = nodes.length > 1 ? `${path}[${index}]` : path;
        return new XmlElement(node as Readonly<Record<string, unknown>>, place);
      });
  }

  /** The first element at the end of a path of names; null where there is none. */
  at(...names: readonly string[]): XmlElement | null {
    const [name, ...rest] = names;
    if (name === undefined) return this;
    return this.all(name)[0]?.at(...rest) ?? null;
  }

  /** Its text; empty where it has none. */
  get text(): string {
    const cdata = this.all(CDATA).map((part) => part.text);
    return `${decoded(textIn(this.node[TEXT]))}${cdata.join('')}${textIn(this.node[CDATA])}`.trim();
  }

  /** The text of the first element at a path; empty where there is none. */
  textAt(...names: readonly string[]): string {
    return this.at(...names)?.text ?? '';
  }

  attribute(name: string): string {
    return decoded(textIn(this.node[`${ATTRIBUTE}${name}`]));
  }
}

/**
 * Reads XML as a tree. There are no document types and so no entities but XML's own five and numbers of characters: no
 * text grows by being read, and nothing is fetched.
 */
export function readXml(
  text: string,
): { readonly value: XmlElement } | { readonly faults: readonly Fault[] } {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    return { faults: [fault('has a document type', 'allowed is XML without DOCTYPE and entities')] };
  }
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    const { line, msg } = validity.err;
    return {
      faults: [{ ...fault(msg.replace(/\.$/, ''), 'allowed is well-formed XML'), path: `line ${line}` }],
    };
  }
  try {
    return { value: new XmlElement(parser().parse(text) as Readonly<Record<string, unknown>>, '') };
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'cannot be read';
    return { faults: [fault(problem, 'allowed is XML')] };
  }
}

function fault(problem: string, allowed: string): Fault {
  return { path: 'content', problem, allowed };
}

function parser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: ATTRIBUTE,
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    cdataPropName: CDATA,
    alwaysCreateTextNode: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MOST_NESTED,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  });
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(textIn).join('') : '';
}

/** XML's five entities and characters by their number; anything else stays as it is written. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
