/** Names and exact versions of optional parts that no entry of the lock file stands for. */
export function missingParts(packages) {
  const known = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const wanted = Object.entries(packages).flatMap(([path, about]) =>
    Object.entries(about.optionalDependencies ?? {}).map(([name, version]) => ({
      name,
      version,
      dev: about.dev,
      path,
    })),
  );
  return wanted.filter(({ name, version }) => !known.has(name) && /^\d/.test(version));
}
