#!/bin/sh
#
# The steps of the Dockerfile, as commands that run without Docker as well.
#
#   image.sh build SOURCE            builds the program in SOURCE/src/target/app
#   image.sh install SOURCE PREFIX   copies what was built to PREFIX, which must not exist yet, and
#                                    prepares quick starts for the java on the PATH
#   image.sh state DIRECTORY         makes the directories that the program writes into

set -eu
umask 022
unset CDPATH

say() {
  printf 'image.sh: %s\n' "$1" >&2
}

build() {
  cd -- "$1"
  # Nothing of an earlier build may be left beside the new libraries.
  rm -rf src/target/app
  mvn -B -q -Dquick -pl src -am package </dev/null
}

install() {
  source=$1
  prefix=$2
  if [ -e "$prefix" ]; then
    say "$prefix exists"
    exit 2
  fi
  set -- "$source"/src/target/app/tillbot-*.jar
  if [ "$#" -ne 1 ] || [ ! -f "$1" ]; then
    say "not built, or more than once: $source/src/target/app/tillbot-*.jar"
    exit 2
  fi
  mkdir -p "$prefix/bin" "$prefix/config"
  prefix=$(cd -P -- "$prefix" && pwd)
  # With its times: the archive of classes holds them against those of the jars.
  cp -Rp "$source/src/target/app/lib" "$prefix/lib"
  cp -p "$1" "$prefix/tillbot.jar"
  cp -p "$source/config/tillbot.yaml" "$source/config/policy.yaml" "$prefix/config/"
  cp -p "$source/LICENSE" "$prefix/LICENSE"
  cp -p "$source/tools/image-launcher.sh" "$prefix/bin/tillbot"
  train
  # Whoever runs the program reads it, and changes nothing.
  chmod -R a+rX,go-w "$prefix"
  chmod 755 "$prefix/bin/tillbot"
}

# Runs the demonstration on a few commands and keeps an archive of the classes that it has loaded.
train() {
  training=$(mktemp -d)
  trap 'rm -rf "$training"' EXIT
  if ! (
    cd "$training"
    printf '%s\n' '/billing help' '/invoices' '/invoice 123' '/credit' |
      env -i "PATH=$PATH" java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        "-XX:ArchiveClassesAtExit=$prefix/tillbot.jsa" -jar "$prefix/tillbot.jar" demo
  ) >"$training/log" 2>&1 || [ ! -s "$prefix/tillbot.jsa" ]; then
    cat "$training/log" >&2
    say 'the archive of classes could not be made'
    exit 1
  fi
}

# Each of its own, so that each can be a volume of its own: the keys must not be in the backups of
# the database that they open.
state() {
  for each in data keys downloads log; do
    mkdir -p "$1/$each"
    chmod 700 "$1/$each"
  done
}

case "$#:${1:-}" in
  2:build) build "$2" ;;
  3:install) install "$2" "$3" ;;
  2:state) state "$2" ;;
  *)
    sed -n '3,8s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
