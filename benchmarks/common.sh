# shellcheck shell=bash source-path=SCRIPTDIR
# Sourced by the scripts of this folder: finds a JDK, compiles the module, starts its classes.

root=$(CDPATH='' cd -P -- "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/distribution/src/main/launcher/find-java.sh"

fail() {
  echo "$(basename "$0"): $1" >&2
  exit 1
}

find_java_home javac || fail "needs a Java 25 JDK; install one (for example Temurin 25) or point JAVA_HOME at it."
java=$java_home/bin/java

# maven OPTION...: compiles this module and those it needs. One build at a time: ./prairie waits for the same lock.
maven() {
  (
    ! type -P flock >/dev/null || flock 9
    JAVA_HOME=$java_home mvn -B -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
      -f "$root/pom.xml" -pl benchmarks -am "$@" compile
  ) 9<"$root/pom.xml" </dev/null 2>&1
}

# compile FILE [OPTION...]: compiles unless target/FILE, where Maven notes the class path, is newer than the sources.
compile() {
  local file=$root/benchmarks/target/$1 log
  shift
  if [[ ! -e $file ]] ||
    [[ -n $(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main -newer "$file" -print -quit) ]]; then
    echo "Compiling the benchmarks ..." >&2
    rm -f "$file"
    log=$(maven "$@") || fail "the build failed:"$'\n'"$log"
  fi
  class_path=$root/benchmarks/target/classes:$(<"$file")
}
