#!/bin/sh
#
# Starts the installed program in an image: nothing is searched, nothing is built. The options of
# the JVM are those of ./tillbot.
#
#   TILLBOT_JAVA_OPTS        options for the JVM instead of the usual ones

set -u
unset CDPATH

case $0 in
  */*) bin=${0%/*} ;;
  *) bin=. ;;
esac
prefix=$(cd -P -- "$bin/.." && pwd) || exit 2

# Commands that end soon gain most from a quick start, servers from the second compiler.
case ${1:-} in
  run | sandbox) usual='-XX:+UseSerialGC' ;;
  *) usual='-XX:+UseSerialGC -XX:TieredStopAtLevel=1' ;;
esac

# What the program writes, its log included, is its owner's alone.
umask 077

# The JVM takes this process over: signals reach it, and its exit status is ours.
set -f
# shellcheck disable=SC2086 # options are words
exec java "-XX:SharedArchiveFile=$prefix/tillbot.jsa" -XX:+DisplayVMOutputToStderr -Xlog:disable \
  -Dstdin.encoding=UTF-8 '-Xlog:all=error,cds*=off,aot*=off:stderr' \
  ${TILLBOT_JAVA_OPTS-$usual} -jar "$prefix/tillbot.jar" "$@"
