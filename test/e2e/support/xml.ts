/** A tag as most of AWS writes it. */
export interface ListedTag {
  readonly Key: string;
  readonly Value: string;
}

/** The texts of an element in an answer of AWS, wherever it stands; it may not hold itself. */
export const textsOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))].map(([, text]) => unescaped(text!));

/** The text of an element that is there once or not at all. */
export const tryTextOf = (xml: string, element: string): string | undefined => textsOf(xml, element)[0];

/** The tags in an answer that holds those of one thing. */
export function tagsIn(xml: string): Record<string, string> {
  const values = textsOf(xml, 'Value');
  return ownTags(textsOf(xml, 'Key').map((Key, at) => ({ Key, Value: values[at]! })));
}

/**
 * Tags without those that CloudFormation adds itself.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
export const ownTags = (tags: readonly ListedTag[]): Record<string, string> =>
  Object.fromEntries(tags.filter(({ Key }) => !Key.startsWith('aws:')).map(({ Key, Value }) => [Key, Value]));

// --- internal ---

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  amp: '&',
};

const unescaped = (text: string): string =>
  text.replace(/&([\w#]+);/g, (whole: string, name: string) => ENTITIES[name] ?? whole);
