# Finds Java and starts gradcheck.jar with what makes short runs fast. The launchers read it, with its folder in library.
# shellcheck shell=sh disable=SC2154

fail() {
  printf 'gradcheck: %s\n' "$1" >&2
  exit 2
}

# The file behind any chain of symbolic links.
resolve() {
  file=$1
  while [ -h "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=${file%/*}/$link ;;
    esac
  done
  printf '%s\n' "$file"
}

# The release file of an installation tells its version without starting it.
major_version() {
  version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r name value; do
      [ "$name" != JAVA_VERSION ] || version=${value#\"}
    done < "$1/release"
  fi
  if [ -z "$version" ]; then
    version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  version=${version#1.}
  major=${version%%[!0-9]*}
}

# Sets java, installation and major.
find_java() {
  if [ -x "${library%/lib}/java/bin/java" ]; then
    java=${library%/lib}/java/bin/java # the distribution has one of its own
  elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java) || fail "no Java was found; install Java 17 or newer, or set JAVA_HOME."
  fi
  installation=$(resolve "$java")
  installation=${installation%/bin/*}
  major_version "$installation"
  [ "${major:-0}" -ge 17 ] || fail "$java is Java ${major:-of an unknown version}, but 17 or newer is needed; set JAVA_HOME."
}

# Sets archives, the folder where archives of loaded classes are kept, or nothing where none are wanted or nothing can be kept.
find_archives() {
  archives=${GRADCHECK_ARCHIVES:-}
  if [ -z "$archives" ]; then
    archives=${XDG_CACHE_HOME:-${HOME:-}/.cache}/gradcheck
    [ -n "${XDG_CACHE_HOME:-}${HOME:-}" ] || archives=none
  fi
  if [ "$archives" = none ] || { ! [ -d "$archives" ] && ! mkdir -p "$archives" 2>/dev/null; } || ! [ -w "$archives" ]; then
    archives=
  fi
}

# Makes the archive beside the run that misses it, which does not wait. What is printed is of no use to anybody, and if
# it fails the runs are as slow as this one. Whoever made the lock makes the archive; after ten minutes it is given up.
make_archive() {
  lock=$archive.lock
  [ -z "$(find "$lock" -prune -mmin +10 2>/dev/null)" ] || rmdir "$lock" 2>/dev/null || :
  mkdir "$lock" 2>/dev/null || return 0
  (
    trap '' HUP INT
    new=$archive.$$.new
    # shellcheck disable=SC2086 # options are meant to be split
    "$java" $fast -Xlog:disable "$1$new" -jar "$jar" check "$library/training.json" || :
    [ ! -s "$new" ] || mv -f "$new" "$archive"
    rm -rf "$new" "$new".*
    find "$archives" -name 'classes-*' -prune -mtime +60 -exec rm -rf {} +
    rmdir "$lock"
  ) > /dev/null 2>&1 < /dev/null &
}

# launch JAR ARGUMENTS: ends in Java. An archive fits one installation of Java and one jar; its name is made from both.
# shellcheck disable=SC2086 # options are meant to be split
launch() {
  jar=$1
  shift
  # A short run gains more from starting fast than from the second compiler, and from compiling less.
  fast='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2'
  case "${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${GRADCHECK_JAVA_OPTIONS:-}" in
    *-XX:+Use*GC*) ;; # two collectors are an error
    *) fast="$fast -XX:+UseSerialGC" ;;
  esac
  # Names in other letters would reach Java as question marks.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
  if [ -r "$library/gradcheck.aot" ] && [ "${GRADCHECK_ARCHIVES:-}" != none ]; then
    # Made for the Java beside it, when both were built.
    exec "$java" $fast -Xlog:disable "-XX:AOTCache=$library/gradcheck.aot" ${GRADCHECK_JAVA_OPTIONS:-} -jar "$jar" "$@"
  fi
  find_archives
  if [ -n "$archives" ]; then
    # Inode and time of change: the jars of two builds may have one size and one date.
    # shellcheck disable=SC2012
    key=$(ls -dlLic "$jar" "$java" "$installation/release" 2>/dev/null | cksum)
    archive=$archives/classes-$major-${key%% *}
    if [ "$major" -ge 25 ]; then
      archive=$archive.aot making=-XX:AOTCacheOutput= using=-XX:AOTCache=
    else
      archive=$archive.jsa making=-XX:ArchiveClassesAtExit= using=-XX:SharedArchiveFile=
    fi
    if [ -r "$archive" ]; then
      # One that does not fit after all is left aside; that is nothing to tell of.
      exec "$java" $fast -Xlog:disable "$using$archive" ${GRADCHECK_JAVA_OPTIONS:-} -jar "$jar" "$@"
    fi
    make_archive "$making"
  fi
  exec "$java" $fast ${GRADCHECK_JAVA_OPTIONS:-} -jar "$jar" "$@"
}
