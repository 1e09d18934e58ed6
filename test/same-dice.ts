import fc from 'fast-check';

/** In CI properties are tried with the same values each time: it judges a change. Everywhere else they roll anew. */
fc.configureGlobal({ seed: 42 });
