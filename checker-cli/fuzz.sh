#!/usr/bin/env bash
# Fuzzes a target with Jazzer, guided by coverage, until the time is up or something is found.
# usage: checker-cli/fuzz.sh expression|spec [seconds]
# What is found is written to checker-cli/target/fuzz; mend it, and add the input to the corpus in src/test/resources.
set -euo pipefail

target=${1:?expression or spec}
seconds=${2:-600}
root=$(cd "$(dirname "$0")/.." && pwd -P)
cli=$root/checker-cli
work=$cli/target/fuzz/$target
mkdir -p "$work/corpus" "$work/seeds" "$work/findings"

cd "$root"
mvn -q -B -ntp -Pfuzz -pl checker-core,checker-cli test-compile dependency:build-classpath \
  -Djacoco.skip -Dspotless.check.skip -Dmdep.outputFile="$cli/target/fuzz/classpath"
classes=$cli/target/test-classes:$cli/target/classes:$(cat "$cli/target/fuzz/classpath")

case $target in
  expression) class=ExpressionFuzz; java -cp "$classes" org.gradcheck.fuzz.FuzzSeeds "$root/specs" "$work/seeds" ;;
  spec) class=SpecFuzz; find "$root/specs" -name '*.json' -size -4 -exec cp {} "$work/seeds" \; ;;
  *) echo "there is no target $target; expected expression or spec" >&2; exit 2 ;;
esac

cd "$work"
java -Xmx2g -XX:+UseSerialGC -cp "$classes" com.code_intelligence.jazzer.Jazzer \
  --target_class=org.gradcheck.fuzz.$class \
  --instrumentation_includes='org.gradcheck.**' --custom_hook_includes='org.gradcheck.**' \
  --reproducer_path="$work/findings" --keep_going=1 \
  -artifact_prefix="$work/findings/" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4000 \
  corpus "$cli/src/test/resources/org/gradcheck/fuzz/$target" seeds
