/** @see https://pkg.go.dev/text/template#hdr-Functions */
const OF_GO = `
  and call eq ge gt html index js le len lt ne not or print printf println slice urlquery`;

/** Without `env` and the like, and without what newer operators have lost: `getHostByName`. */
const OF_SPRIG = `
  abbrev abbrevboth add add1 add1f addf adler32sum ago all any append atoi b32dec b32enc b64dec b64enc base
  bcrypt biggest buildCustomCert camelcase cat ceil chunk clean coalesce compact concat contains date dateInZone
  dateModify date_in_zone date_modify decryptAES deepCopy deepEqual default derivePassword dict dig dir div divf
  duration durationRound empty encryptAES ext fail first float64 floor fromJson genCA genCAWithKey genPrivateKey
  genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey get has hasKey hasPrefix
  hasSuffix hello htmlDate htmlDateInZone htpasswd indent initial initials int int64 isAbs join kebabcase keys
  kindIs kindOf last list lower max maxf merge mergeOverwrite min minf mod mul mulf mustAppend mustChunk
  mustCompact mustDateModify mustDeepCopy mustFirst mustFromJson mustHas mustInitial mustLast mustMerge
  mustMergeOverwrite mustPrepend mustPush mustRegexFind mustRegexFindAll mustRegexMatch mustRegexReplaceAll
  mustRegexReplaceAllLiteral mustRegexSplit mustRest mustReverse mustSlice mustToDate mustToJson
  mustToPrettyJson mustToRawJson mustUniq mustWithout must_date_modify nindent nospace now omit osBase osClean
  osDir osExt osIsAbs pick pluck plural prepend push quote randAlpha randAlphaNum randAscii randBytes randInt
  randNumeric regexFind regexFindAll regexMatch regexQuoteMeta regexReplaceAll regexReplaceAllLiteral regexSplit
  repeat replace rest reverse round semver semverCompare seq set sha1sum sha256sum shuffle snakecase sortAlpha
  split splitList splitn squote sub subf substr swapcase ternary title toDate toDecimal toJson toPrettyJson
  toRawJson toString toStrings trim trimAll trimPrefix trimSuffix trimall trunc tuple typeIs typeIsLike typeOf
  uniq unixEpoch unset until untilStep untitle upper urlJoin urlParse uuidv4 values without wrap wrapWith`;

/**
 * Without `getSecretKey`, by which a template read any Secret of the cluster.
 * @see https://external-secrets.io/latest/guides/templating/#helper-functions
 */
const OF_THE_OPERATOR = `
  filterCertChain filterPEM fromYaml fullPemToPkcs12 fullPemToPkcs12Pass jwkPrivateKeyPem jwkPublicKeyPem
  pemToPkcs12 pemToPkcs12Pass pemTruststoreToPKCS12 pemTruststoreToPKCS12Pass pkcs12cert pkcs12certPass
  pkcs12key pkcs12keyPass rsaDecrypt toYaml`;

/** What only the newest operators have. */
const NEWER = `
  certSANs fromProperties hexdec sha512sum`;

/** The functions of an operator's templates. */
export const TEMPLATE_FUNCTIONS: readonly string[] = wordsOf(OF_GO, OF_SPRIG, OF_THE_OPERATOR);

/** Those that the newest have besides. */
export const NEWER_TEMPLATE_FUNCTIONS: readonly string[] = wordsOf(NEWER);

/**
 * The newest operator that is known to lack a function, for those that not all of them have.
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/template/v2/template.go
 */
export const NEWEST_WITHOUT: ReadonlyMap<string, string> = new Map([
  ['pemTruststoreToPKCS12', '0.19.2'],
  ['pemTruststoreToPKCS12Pass', '0.19.2'],
  ['rsaDecrypt', '0.20.1'],
  ...NEWER_TEMPLATE_FUNCTIONS.map((name) => [name, '0.20.4'] as const),
]);

// --- internal ---

function wordsOf(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.trim().split(/\s+/));
}
