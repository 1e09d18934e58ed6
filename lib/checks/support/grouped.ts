/** Items by key, in their order. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Each item that repeats the key of an earlier one, with that one. */
export function* repeated<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Iterable<[Item, Item]> {
  const first = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    const earlier = first.get(key);
    if (earlier) yield [item, earlier];
    else first.set(key, item);
  }
}

/** Value made when it is first asked for: only a flaw asks, and most projects have none. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
