/** What belongs to an environment or a cluster. */
interface Owned {
  readonly home: string;
}

/** Of whom a name is that two stores have, after "of". */
export const ownersOf = ({ home }: Owned, earlier: Owned): string =>
  home === earlier.home ? `two stores of ${home}` : `${home} and of ${earlier.home}`;

/** What tells the two from each other. */
export const mendOfShared = ({ home }: Owned, earlier: Owned): string =>
  `put ${home === earlier.home ? '"{namespace}" or "{store}"' : '"{environment}" or "{cluster}"'} into its name`;
