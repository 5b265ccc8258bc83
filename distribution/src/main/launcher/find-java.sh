# shellcheck shell=bash
# Sourced by the launchers. It looks for Java 25 or newer without starting any: a start would cost more than all of this.

# is_recent_java HOME TOOL: whether HOME is a Java of version 25 or newer that has bin/TOOL.
is_recent_java() {
  local line
  [[ -x $1/bin/$2 && -r $1/release ]] || return 1
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"?([0-9]+) ]]; then
      ((BASH_REMATCH[1] >= 25))
      return
    fi
  done <"$1/release"
  return 1
}

# find_java_home TOOL: sets java_home to the first suitable Java, or fails.
find_java_home() {
  local on_path candidate
  on_path=$(type -P java) && on_path=$(readlink -f "$on_path") || on_path=
  for candidate in \
    "${JAVA_HOME:-}" \
    "${on_path%/bin/java}" \
    /usr/lib/jvm/* \
    "${HOME:-}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.jdks/*/Contents/Home; do
    if [[ -n $candidate ]] && is_recent_java "$candidate" "$1"; then
      java_home=$candidate
      return
    fi
  done
  return 1
}
